/**
 * Takes the objections [oppositions] of residents.
 *
 * <p>What follows from one stands where it happens: who objects is read in no evaluation of many
 * ({@code server.fhir.evaluation}), has no open proposal ({@code server.stratification}) and is not included
 * ({@code server.inclusion}).
 */
@NullMarked
package fr.respop.server.objection;

import org.jspecify.annotations.NullMarked;
