/**
 * Takes the objections [oppositions] of residents.
 *
 * <p>What follows from one stands where it happens: who objects is read in no evaluation of many
 * ({@code server.fhir.evaluation}); proposals ({@code server.stratification}) and inclusions ({@code server.inclusion}) are
 * ended by each {@link fr.respop.server.fhir.programme.ObjectionFollower}.
 */
@NullMarked
package fr.respop.server.objection;

import org.jspecify.annotations.NullMarked;
