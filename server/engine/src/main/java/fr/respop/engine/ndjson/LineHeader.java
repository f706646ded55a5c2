package fr.respop.engine.ndjson;

import java.util.Set;

/**
 * What tells where a line belongs.
 *
 * @param patients the ids of the Patients that it is about
 */
record LineHeader(String type, String id, Set<String> patients) {}
