package fr.respop.server.reporting;

import fr.respop.server.fhir.programme.Programme;

/**
 * A target population: the residents of a territory whom a programme concerns.
 *
 * @param id the logical id of its Group
 */
record TargetGroup(String id, Programme programme) {}
