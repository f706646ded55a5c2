/**
 * What clients ask for and a server does beside its requests: FHIR's asynchronous pattern, on stored Tasks.
 *
 * <p>Knows the Tasks and their state; what is to be done, a feature says with a
 * {@link fr.respop.server.fhir.background.BackgroundOperation}.
 */
@NullMarked
package fr.respop.server.fhir.background;

import org.jspecify.annotations.NullMarked;
