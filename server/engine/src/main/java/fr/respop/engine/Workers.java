package fr.respop.engine;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Runs the same work on several threads until all have finished or one has failed. */
final class Workers {

    private Workers() {}

    /**
     * Returns, or throws what the first failed thread threw, when no thread works any more.
     *
     * @param stop asks the others to end when one has failed
     */
    static void run(int threads, Runnable work, Runnable stop) {
        if (threads == 1) {
            work.run();
            return;
        }
        var pool = Executors.newFixedThreadPool(threads, task -> new Thread(task, "respop-evaluation"));
        try {
            var finished = new ExecutorCompletionService<Void>(pool);
            for (int i = 0; i < threads; i++) {
                finished.submit(work, null);
            }
            for (int i = 0; i < threads; i++) {
                finished.take().get();
            }
        } catch (InterruptedException cancelled) {
            Thread.currentThread().interrupt();
            throw new EvaluationCancelled();
        } catch (ExecutionException failed) {
            throw unchecked(failed);
        } finally {
            stop.run();
            end(pool);
        }
    }

    private static RuntimeException unchecked(ExecutionException failed) {
        if (failed.getCause() instanceof Error error) {
            throw error;
        }
        return failed.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(failed);
    }

    /**
     * The caller closes the source as soon as this returns, so it returns only when no thread uses it. None of them is
     * interrupted: it may be reading from a database in a file, which an interrupt would close for everybody.
     */
    private static void end(ExecutorService pool) {
        pool.shutdown();
        var isInterrupted = false;
        while (!pool.isTerminated()) {
            try {
                pool.awaitTermination(1, TimeUnit.MINUTES);
            } catch (InterruptedException again) {
                isInterrupted = true;
            }
        }
        if (isInterrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
