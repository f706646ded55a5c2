package fr.respop.server.bulkimport;

import org.hl7.fhir.r4.model.Resource;

/**
 * A line that is a resource.
 *
 * @param number of the line in its file, from 1
 */
record ParsedLine(int number, Resource resource) {}
