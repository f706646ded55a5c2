package fr.respop.engine;

import fr.respop.engine.cql.SubjectRunner;
import java.time.Clock;
import java.time.Duration;

/**
 * How an evaluator uses the machine; none of it changes a count, as long as no subject takes longer than it may.
 *
 * @param threads how many subjects are evaluated at the same time, 1 or more
 * @param chunkSize how many subjects are read and scored together, from 1 to 400: scoring more at once costs more a
 *     subject
 * @param timeLimit how long the CQL of one subject may take before the subject is given up, more than nothing
 * @param clock gives the date that reports carry
 */
public record EvaluatorSettings(int threads, int chunkSize, Duration timeLimit, Clock clock) {

    private static final int LARGEST_CHUNK = 400;

    public EvaluatorSettings {
        if (threads < 1) {
            throw new IllegalArgumentException("An evaluator needs one thread or more, not " + threads);
        }
        if (chunkSize < 1 || chunkSize > LARGEST_CHUNK) {
            throw new IllegalArgumentException("A chunk has 1 to " + LARGEST_CHUNK + " subjects, not " + chunkSize);
        }
        if (timeLimit.isNegative() || timeLimit.isZero()) {
            throw new IllegalArgumentException("A subject may take some time, not " + timeLimit);
        }
    }

    /** With the usual time limit of 30 s a subject. */
    public EvaluatorSettings(int threads, int chunkSize, Clock clock) {
        this(threads, chunkSize, SubjectRunner.TIME_LIMIT, clock);
    }

    /** As many threads as processors, chunks of 250 subjects. */
    public static EvaluatorSettings ofThisMachine(Clock clock) {
        return new EvaluatorSettings(Runtime.getRuntime().availableProcessors(), 250, clock);
    }
}
