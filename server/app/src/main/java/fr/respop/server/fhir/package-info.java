/**
 * The FHIR server itself: HAPI's JPA storage, its REST face, and the ports through which features reach the data.
 *
 * <p>The only package that knows the database, with {@code evaluation} (residents and content for the engine),
 * {@code background} (what goes on beside requests), {@code validation} and {@code border} (checks of requests, writing of
 * failures) below it. It knows no feature: a feature registers itself by offering a
 * {@link fr.respop.server.fhir.FhirOperations} or a {@link fr.respop.server.fhir.StorageHooks} bean.
 */
@NullMarked
package fr.respop.server.fhir;

import org.jspecify.annotations.NullMarked;
