package fr.respop.engine;

/** Told how far an evaluation has come. */
@FunctionalInterface
public interface ProgressListener {

    /** Listens to nothing. */
    ProgressListener NONE = subjectsDone -> {};

    /**
     * Called after each chunk, one call at a time, from the threads that evaluate; it should return at once. What it throws
     * ends the evaluation, which throws the same.
     *
     * @param subjectsDone how many subjects are evaluated, failed or left out so far
     */
    void progressed(long subjectsDone);
}
