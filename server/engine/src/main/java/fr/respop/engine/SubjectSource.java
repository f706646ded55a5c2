package fr.respop.engine;

import java.util.List;
import java.util.OptionalLong;

/**
 * Where the subjects of a population come from, a chunk at a time.
 *
 * <p>The evaluator asks for a chunk when one of its threads is free, never before: at most as many chunks are in
 * memory as there are threads, however large the population. Calls to {@link #next(int)} never overlap, but come from
 * different threads. The caller of the evaluator closes the source.
 */
public interface SubjectSource extends AutoCloseable {

    /** How many subjects the source will give in all, when that is known before they are read. */
    OptionalLong total();

    /**
     * The next subjects, each once in the life of the source, in an order that is the same at every reading.
     *
     * @param atMost the most records that are wanted, 1 or more
     * @return one subject or more; an empty chunk when there are none left. Of subjects whose results are known there may be
     *     more than were wanted.
     */
    SubjectChunk next(int atMost);

    @Override
    void close();

    /** A source of subjects that are in memory already. */
    static SubjectSource of(List<? extends SubjectRecord> subjects) {
        return new ListSubjectSource(subjects);
    }
}
