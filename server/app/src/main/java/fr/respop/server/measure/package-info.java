/**
 * Evaluates measures for one resident, a target population or everybody.
 *
 * <p>Knows the operations' parameters and answers; the engine evaluates, {@code server.fhir} reads the records.
 */
@NullMarked
package fr.respop.server.measure;

import org.jspecify.annotations.NullMarked;
