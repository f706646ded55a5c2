package fr.respop.engine.cql;

import java.time.Duration;

/**
 * Ends the evaluation of a subject that takes too long, or whose thread is interrupted.
 *
 * <p>The CQL engine cannot be stopped from outside; it is stopped when it next evaluates an expression.
 */
final class TimeLimit {

    /** Reading the clock costs more than evaluating most expressions. */
    private static final int LOOKS_PER_CHECK = 256;

    private final Duration limit;
    private long start;
    private int looks;

    TimeLimit(Duration limit) {
        this.limit = limit;
    }

    void start() {
        start = System.nanoTime();
        looks = 0;
    }

    /**
     * Called at every expression.
     *
     * @throws IllegalStateException when time is up, and at every check from then on
     */
    void look() {
        if (++looks % LOOKS_PER_CHECK == 0) {
            check();
        }
    }

    private void check() {
        if (System.nanoTime() - start > limit.toNanos()) {
            throw new IllegalStateException("The evaluation took longer than " + text(limit));
        }
        if (Thread.currentThread().isInterrupted()) {
            throw new IllegalStateException("The evaluation was interrupted");
        }
    }

    private static String text(Duration limit) {
        return limit.toMillis() % 1000 == 0 ? limit.toSeconds() + " s" : limit.toMillis() + " ms";
    }
}
