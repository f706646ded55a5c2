package fr.respop.engine;

import java.util.List;
import java.util.Optional;

/**
 * The record of a subject whose results are kept from one evaluation to the next.
 *
 * <p>Only results of measures that have a {@linkplain PopulationEvaluator#resultKeys key} are kept.
 */
public interface RememberingRecord extends SubjectRecord {

    /**
     * The results for the measures of the pass, in their order, if nothing that decides them has changed. Then the
     * subject is counted by them, and its resources are not asked for.
     */
    Optional<List<SubjectResult>> known();

    /**
     * Takes note of a result; called on the thread that evaluated the subject.
     *
     * @param measure the place of the measure in the pass, from 0
     */
    void remember(int measure, SubjectResult result);
}
