package fr.respop.benchmark;

import java.time.Duration;

/** A way to work through the residents of a territory, which is measured against others. */
interface Contender {

    /** How the table of results names it. */
    String name();

    /** How many residents a run works through. */
    long residents();

    /**
     * Works through them once.
     *
     * @return what it took; its count is that of the residents in the target populations, 0 where nothing is evaluated
     */
    Sample run(Meter meter);

    /** Runs unmeasured, at least once, until it has had the processor for that time. */
    default void warmUp(Meter meter, Duration cpu) {
        for (var left = cpu; ; ) {
            left = left.minus(run(meter).cpu());
            if (left.isNegative() || left.isZero()) {
                return;
            }
        }
    }
}
