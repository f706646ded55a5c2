package fr.respop.engine;

import java.time.Clock;

/**
 * How an evaluator uses the machine; none of it changes a count.
 *
 * @param threads how many subjects are evaluated at the same time, 1 or more
 * @param chunkSize how many subjects are read and scored together, from 1 to 400: scoring more at once costs more a
 *     subject
 * @param clock gives the date that reports carry
 */
public record EvaluatorSettings(int threads, int chunkSize, Clock clock) {

    private static final int LARGEST_CHUNK = 400;

    public EvaluatorSettings {
        if (threads < 1) {
            throw new IllegalArgumentException("An evaluator needs one thread or more, not " + threads);
        }
        if (chunkSize < 1 || chunkSize > LARGEST_CHUNK) {
            throw new IllegalArgumentException("A chunk has 1 to " + LARGEST_CHUNK + " subjects, not " + chunkSize);
        }
    }

    /** As many threads as processors, chunks of 250 subjects. */
    public static EvaluatorSettings ofThisMachine(Clock clock) {
        return new EvaluatorSettings(Runtime.getRuntime().availableProcessors(), 250, clock);
    }
}
