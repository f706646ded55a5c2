package fr.respop.server.reporting;

import fr.respop.server.fhir.ServerLocks;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.CancellationException;

/**
 * Makes monthly reports when their time comes, and at the start of a server those that are missing.
 *
 * <p>One server at a time works; another that looks later finds nothing missing.
 */
final class ReportingWorker {

    private static final String LOCK = "monthly-reports";

    private final MonthlyReporter reporter;
    private final ServerLocks locks;
    private final Clock clock;
    private volatile boolean isReady;
    private volatile boolean isStopped;
    private volatile Instant nextRun = Instant.MIN;

    ReportingWorker(MonthlyReporter reporter, ServerLocks locks, Clock clock) {
        this.reporter = reporter;
        this.locks = locks;
        this.clock = clock;
    }

    /** The content is installed, and the residents are loaded. */
    void serverIsReady() {
        isReady = true;
    }

    void stop() {
        isStopped = true;
    }

    /** Makes what is missing, if the time has come. */
    void work() {
        var now = clock.instant();
        if (isReady && !now.isBefore(nextRun) && locks.tryRun(LOCK, this::makeMissing)) {
            nextRun = reporter.calendar().next(now);
        }
    }

    private void makeMissing() {
        reporter.makeMissing(done -> {
            if (isStopped) {
                throw new CancellationException();
            }
        });
    }
}
