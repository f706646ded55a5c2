/**
 * What stands between a request and the storage: bad input is refused here, once, and every failure becomes an
 * OperationOutcome.
 *
 * <p>Knows HTTP, HAPI's exceptions and the engine's; no feature.
 */
@NullMarked
package fr.respop.server.fhir.border;

import org.jspecify.annotations.NullMarked;
