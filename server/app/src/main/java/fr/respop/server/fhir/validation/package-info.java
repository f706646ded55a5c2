/**
 * Validates resources against the profiles in the database: on demand, and on a write that claims a profile of ours.
 *
 * <p>Knows HAPI's validator; no profile by name.
 */
@NullMarked
package fr.respop.server.fhir.validation;

import org.jspecify.annotations.NullMarked;
