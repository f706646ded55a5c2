/**
 * Hands residents and content to the engine: records streamed from the database, libraries compiled once.
 *
 * <p>Knows HAPI's tables and the engine's ports; no operation.
 */
@NullMarked
package fr.respop.server.fhir.evaluation;

import org.jspecify.annotations.NullMarked;
