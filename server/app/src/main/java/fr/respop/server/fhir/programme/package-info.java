/**
 * The installed programmes, and how a resident stands in one: the stratum [strate] and the follow-up items [actes de suivi].
 *
 * <p>What a stratum or a gap is, the programme's CQL says; these classes read it, and the resources that carry it. Features
 * that speak of residents share them.
 */
@NullMarked
package fr.respop.server.fhir.programme;

import org.jspecify.annotations.NullMarked;
