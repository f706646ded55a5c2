package fr.respop.server.territory;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Keeps this server's view of the territories fresh and carries out what their changes ask for, from start to stop. */
final class TerritoryUpkeep implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(TerritoryUpkeep.class);
    private static final long STOP_SECONDS = 20;

    private final Runnable refresh;
    private final Runnable work;
    private final Runnable stopWork;
    private final Duration interval;
    private volatile @Nullable ScheduledExecutorService threads;

    TerritoryUpkeep(Runnable refresh, Runnable work, Runnable stopWork, Duration interval) {
        this.refresh = refresh;
        this.work = work;
        this.stopWork = stopWork;
        this.interval = interval;
    }

    /** The territories are known before the first request or loader comes in: those start in later phases. */
    @Override
    public int getPhase() {
        return 0;
    }

    @Override
    public void start() {
        refresh.run();
        var started = Executors.newScheduledThreadPool(2, task -> {
            var thread = new Thread(task, "territories");
            thread.setDaemon(true);
            return thread;
        });
        repeat(started, refresh, interval);
        repeat(started, work, Duration.ZERO);
        threads = started;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // The guard leaves it no failure to report.
    private void repeat(ScheduledExecutorService executor, Runnable task, Duration delay) {
        executor.scheduleWithFixedDelay(guarded(task), delay.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Does not wait for the next round. */
    void wake() {
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

    private static void awaitEnd(ScheduledExecutorService running) {
        try {
            if (!running.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("Residents are still being assigned to territories; the next start does it again");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return threads != null;
    }

    private static Runnable guarded(Runnable task) {
        return () -> {
            try {
                task.run();
            } catch (CancellationException stopped) {
                LOG.info("Assigning residents to territories is interrupted; the next start begins it again");
            } catch (RuntimeException e) {
                LOG.warn("Territories could not be kept up to date; the next round tries again", e);
            }
        };
    }
}
