/**
 * Territories [territoires] and the residents who live in them: a resident belongs to the territory that claims the
 * postal code of the home, decided at every write.
 *
 * <p>Knows Organizations and Patients, not how they are stored: it works as storage hooks and through the ports of
 * {@code server.fhir}.
 */
@NullMarked
package fr.respop.server.territory;

import org.jspecify.annotations.NullMarked;
