package fr.respop.engine;

/**
 * The record of a subject whose results are kept for later evaluations, which then get them as {@link KnownSubjects}.
 *
 * <p>Only results of measures that have a {@linkplain PopulationEvaluator#resultKeys key} are kept, and of these only what
 * can be counted without the record.
 */
public interface RememberingRecord extends SubjectRecord {

    /**
     * Takes note of a result; called on the thread that evaluated the subject.
     *
     * @param measure the place of the measure in the pass, from 0
     */
    void remember(int measure, SubjectResult result);
}
