/**
 * Clinical histories of synthetic residents: what a history is made of, and the stories that lead to each stratum. It
 * knows dates, codes and FHIR resources; it knows neither territories nor names.
 */
@NullMarked
package fr.respop.territories.clinical;

import org.jspecify.annotations.NullMarked;
