package fr.respop.server.fhir.background;

import com.google.common.base.Throwables;
import fr.respop.server.fhir.Refusal;
import fr.respop.server.fhir.ServerLocks;
import fr.respop.server.fhir.border.Border;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Carries out the open {@link BackgroundTask}s, each on one server at a time.
 *
 * <p>A server that is killed loses its lock with its connection; the next to look, itself after its start or another,
 * finds the Task as it was and begins it again. So it is with a Task whose server lost the database. One that is begun
 * {@value #ATTEMPTS} times without an end has failed.
 */
final class BackgroundWorker {

    private static final String LOCK = "background-";
    private static final int ATTEMPTS = 3;

    private final BackgroundTasks tasks;
    private final BackgroundOperations operations;
    private final ServerLocks locks;
    private final Clock clock;
    private final Semaphore free;
    private final Map<String, RunningTask> running = new ConcurrentHashMap<>();
    private volatile boolean isContentInstalled;
    private volatile boolean isStopped;

    /**
     * A worker of one server, which begins nothing until it is told that the content is installed.
     *
     * @param concurrent how many Tasks are carried out at once
     */
    BackgroundWorker(
            BackgroundTasks tasks, BackgroundOperations operations, ServerLocks locks, Clock clock, int concurrent) {
        this.tasks = tasks;
        this.operations = operations;
        this.locks = locks;
        this.clock = clock;
        this.free = new Semaphore(concurrent);
    }

    /** Work may begin. */
    void contentIsInstalled() {
        isContentInstalled = true;
    }

    /** Carries out what is open, one after the other, unless enough threads are at it already. */
    void work() {
        if (isContentInstalled && free.tryAcquire()) {
            try {
                workUntilNothingIsOpen();
            } finally {
                free.release();
            }
        }
    }

    private void workUntilNothingIsOpen() {
        var isOneFound = true;
        while (isOneFound && !isStopped) {
            isOneFound = tasks.open().stream()
                    .map(BackgroundTask::id)
                    .anyMatch(id -> locks.tryRun(LOCK + id, () -> carryOut(id)));
        }
    }

    /** Notes how far each Task has come, and ends those that were cancelled elsewhere. */
    void noteProgress() {
        for (var work : running.values()) {
            if (change(work, task -> task.progressed(work.progress())).isEmpty()) {
                work.stop();
            }
        }
    }

    /** How far a Task has come; empty if this server is not at it. */
    Optional<Progress> progress(String id) {
        return Optional.ofNullable(running.get(id)).map(RunningTask::progress);
    }

    /** Ends a Task soon, if this server is at it. */
    void cancel(String id) {
        Optional.ofNullable(running.get(id)).ifPresent(RunningTask::stop);
    }

    /** Ends all soon, for another server, or this one's next start, to begin them again. */
    void stop() {
        isStopped = true;
        running.values().forEach(RunningTask::stop);
    }

    private void carryOut(String id) {
        var work = new RunningTask(id);
        running.put(id, work);
        if (isStopped) {
            work.stop();
        }
        try {
            change(work, task -> task.began(clock.instant())).ifPresent(task -> carryOut(task, work));
        } finally {
            running.remove(id);
        }
    }

    private void carryOut(BackgroundTask task, RunningTask work) {
        try {
            var result = result(task, work);
            change(work, open -> {
                result.accept(open);
                return open.progressed(work.progress()).completed(clock.instant());
            });
        } catch (CancellationException ended) {
            // A client that cancelled has closed the Task.
            change(work, BackgroundTask::givenBack);
        } catch (RuntimeException failure) {
            if (isOfTheDatabase(failure)) {
                throw failure;
            }
            var explained = Border.explain(failure);
            change(work, open -> open.failed(explained, clock.instant()));
        }
    }

    private Consumer<BackgroundTask> result(BackgroundTask task, RunningTask work) {
        if (task.timesBegun() > ATTEMPTS) {
            throw Refusal.of(
                    503,
                    IssueType.TRANSIENT,
                    "",
                    "It was begun " + ATTEMPTS
                            + " times and never came to an end, because the server stopped or lost its database. Ask again.");
        }
        return operations.of(task).carryOut(task, work);
    }

    /** One change at a time, so that the note of the progress does not meet that of the end. */
    private Optional<BackgroundTask> change(RunningTask work, UnaryOperator<BackgroundTask> change) {
        synchronized (work) {
            return tasks.change(work.taskId(), change);
        }
    }

    private static boolean isOfTheDatabase(RuntimeException failure) {
        return Throwables.getCausalChain(failure).stream()
                .anyMatch(cause -> cause instanceof DataAccessException || cause instanceof TransactionException);
    }
}
