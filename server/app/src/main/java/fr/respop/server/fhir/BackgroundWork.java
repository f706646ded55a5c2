package fr.respop.server.fhir;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** What a server does beside its requests, from its start to its stop: again and again, and at once when it is woken. */
public final class BackgroundWork implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(BackgroundWork.class);
    private static final long STOP_SECONDS = 20;

    private final String name;
    private final Runnable refresh;
    private final Runnable work;
    private final int workers;
    private final Runnable stopWork;
    private final Duration interval;
    private volatile @Nullable ScheduledExecutorService threads;

    /**
     * Work that starts and stops with the server.
     *
     * @param name names the threads, and the work in the log
     * @param refresh what is short; it runs once before the start is over, and then at every interval
     * @param work what may take long; each of its threads runs it again an interval after it ended
     * @param workers how many threads work
     * @param stopWork makes work that is running end soon, perhaps with a {@link CancellationException}
     * @param interval how long between two rounds
     */
    public BackgroundWork(
            String name, Runnable refresh, Runnable work, int workers, Runnable stopWork, Duration interval) {
        this.name = name;
        this.refresh = refresh;
        this.work = work;
        this.workers = workers;
        this.stopWork = stopWork;
        this.interval = interval;
    }

    /** Before the first request or loader comes in: those start in later phases. */
    @Override
    public int getPhase() {
        return 0;
    }

    @Override
    public void start() {
        refresh.run();
        var started = Executors.newScheduledThreadPool(1 + workers, task -> {
            var thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        });
        repeat(started, refresh, interval);
        for (int i = 0; i < workers; i++) {
            repeat(started, work, Duration.ZERO);
        }
        threads = started;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // The guard leaves it no failure to report.
    private void repeat(ScheduledExecutorService executor, Runnable task, Duration delay) {
        executor.scheduleWithFixedDelay(guarded(task), delay.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Does not wait for the next round of work. */
    public void wake() {
        var running = threads;
        if (running != null) {
            running.execute(guarded(work));
        }
    }

    /** Without interrupting: an interrupt would close H2's file under the other threads. */
    @Override
    public void stop() {
        var running = threads;
        threads = null;
        stopWork.run();
        if (running != null) {
            running.shutdown();
            awaitEnd(running);
        }
    }

    private void awaitEnd(ScheduledExecutorService running) {
        try {
            if (!running.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("Background work ({}) has not ended; the next start begins it again", name);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return threads != null;
    }

    private Runnable guarded(Runnable task) {
        return () -> {
            try {
                task.run();
            } catch (CancellationException stopped) {
                LOG.info("Background work ({}) is interrupted; the next start begins it again", name);
            } catch (RuntimeException | Error e) {
                LOG.warn("Background work ({}) failed; the next round tries again", name, e);
            }
        };
    }
}
