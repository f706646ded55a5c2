/**
 * Evaluates CQL for one resident, or for none: what is stored as a library, and what a caller writes.
 *
 * <p>Knows the operations' parameters and answers; the engine evaluates, {@code server.fhir} reads the records.
 */
@NullMarked
package fr.respop.server.cql;

import org.jspecify.annotations.NullMarked;
