package fr.respop.server.fhir.evaluation;

import fr.respop.engine.Membership;
import fr.respop.server.fhir.evaluation.Residents.Selection;
import java.util.Optional;

/**
 * Whom an evaluation is about.
 *
 * @param residents whose records are looked at
 * @param membership the expression that says who of those counts; all of them when there is none
 */
public record Population(Selection residents, Optional<Membership> membership) {

    /** Those who are of this population and of the selection too. */
    Population in(Selection selection) {
        return new Population(new Selection.InBoth(residents, selection), membership);
    }
}
