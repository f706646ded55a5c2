package fr.respop.server.measure;

import com.google.common.base.Throwables;
import fr.respop.server.fhir.Refusal;
import fr.respop.server.fhir.ServerLocks;
import fr.respop.server.fhir.border.Border;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.UnaryOperator;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Carries out the open {@link EvaluationTask}s, each on one server at a time.
 *
 * <p>A server that is killed loses its lock with its connection; the next to look, itself after its start or another,
 * finds the Task as it was and begins it again. So it is with a Task whose server lost the database. One that is begun
 * {@value #ATTEMPTS} times without an end has failed.
 */
final class EvaluationWorker {

    private static final String LOCK = "measure-evaluation-";
    private static final int ATTEMPTS = 3;

    private final EvaluationTasks tasks;
    private final TaskEvaluator evaluator;
    private final ServerLocks locks;
    private final Clock clock;
    private final Semaphore free;
    private final Map<String, RunningEvaluation> running = new ConcurrentHashMap<>();
    private volatile boolean isContentInstalled;
    private volatile boolean isStopped;

    /**
     * A worker of one server, which begins nothing until it is told that the content is installed.
     *
     * @param concurrent how many evaluations are carried out at once
     */
    EvaluationWorker(EvaluationTasks tasks, TaskEvaluator evaluator, ServerLocks locks, Clock clock, int concurrent) {
        this.tasks = tasks;
        this.evaluator = evaluator;
        this.locks = locks;
        this.clock = clock;
        this.free = new Semaphore(concurrent);
    }

    /** Evaluations may begin. */
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
                    .map(EvaluationTask::id)
                    .anyMatch(id -> locks.tryRun(LOCK + id, () -> carryOut(id)));
        }
    }

    /** Notes how far each evaluation has come, and ends those that were cancelled elsewhere. */
    void noteProgress() {
        for (var evaluation : running.values()) {
            if (change(evaluation, task -> task.progressed(evaluation.progress()))
                    .isEmpty()) {
                evaluation.stop();
            }
        }
    }

    /** How far an evaluation has come; empty if this server is not at it. */
    Optional<Progress> progress(String id) {
        return Optional.ofNullable(running.get(id)).map(RunningEvaluation::progress);
    }

    /** Ends an evaluation soon, if this server is at it. */
    void cancel(String id) {
        Optional.ofNullable(running.get(id)).ifPresent(RunningEvaluation::stop);
    }

    /** Ends all soon, for another server, or this one's next start, to begin them again. */
    void stop() {
        isStopped = true;
        running.values().forEach(RunningEvaluation::stop);
    }

    private void carryOut(String id) {
        var evaluation = new RunningEvaluation(id);
        running.put(id, evaluation);
        if (isStopped) {
            evaluation.stop();
        }
        try {
            change(evaluation, task -> task.began(clock.instant())).ifPresent(task -> carryOut(task, evaluation));
        } finally {
            running.remove(id);
        }
    }

    private void carryOut(EvaluationTask task, RunningEvaluation evaluation) {
        try {
            var reports = evaluate(task, evaluation);
            change(evaluation, open -> tasks.completed(open, reports));
        } catch (CancellationException ended) {
            // A client that cancelled has closed the Task.
            change(evaluation, EvaluationTask::givenBack);
        } catch (RuntimeException failure) {
            if (isOfTheDatabase(failure)) {
                throw failure;
            }
            var explained = Border.explain(failure);
            change(evaluation, open -> open.failed(explained, clock.instant()));
        }
    }

    private List<MeasureReport> evaluate(EvaluationTask task, RunningEvaluation evaluation) {
        if (task.timesBegun() > ATTEMPTS) {
            throw Refusal.of(
                    503,
                    IssueType.TRANSIENT,
                    "",
                    "The evaluation was begun " + ATTEMPTS
                            + " times and never came to an end, because the server stopped or lost its database. Ask again.");
        }
        var reports = evaluator.evaluate(task, evaluation);
        reports.forEach(report -> report.setId(UUID.randomUUID().toString()));
        return reports;
    }

    /** One change at a time, so that the note of the progress does not meet that of the end. */
    private Optional<EvaluationTask> change(RunningEvaluation evaluation, UnaryOperator<EvaluationTask> change) {
        synchronized (evaluation) {
            return tasks.change(evaluation.taskId(), change);
        }
    }

    private static boolean isOfTheDatabase(RuntimeException failure) {
        return Throwables.getCausalChain(failure).stream()
                .anyMatch(cause -> cause instanceof DataAccessException || cause instanceof TransactionException);
    }
}
