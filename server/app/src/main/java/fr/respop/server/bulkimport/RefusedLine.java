package fr.respop.server.bulkimport;

import org.hl7.fhir.r4.model.OperationOutcome;

/**
 * A line that was not stored.
 *
 * @param input its file
 * @param line its number, from 1
 */
record RefusedLine(ImportInput input, int line, OperationOutcome reason) {}
