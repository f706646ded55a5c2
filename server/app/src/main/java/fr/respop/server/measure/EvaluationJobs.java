package fr.respop.server.measure;

import fr.respop.server.fhir.Refusal;
import java.time.Clock;

/** Evaluations in the background, as their clients see them. */
final class EvaluationJobs {

    private final EvaluationTasks tasks;
    private final EvaluationWorker worker;
    private final Runnable wake;
    private final Clock clock;

    /** @param wake makes the worker look for work at once */
    EvaluationJobs(EvaluationTasks tasks, EvaluationWorker worker, Runnable wake, Clock clock) {
        this.tasks = tasks;
        this.worker = worker;
        this.wake = wake;
        this.clock = clock;
    }

    /** The id of the Task that will answer: a new one, or an open one that asks the same. */
    String submit(AskedEvaluation asked) {
        var id = tasks.submit(asked).id();
        wake.run();
        return id;
    }

    /** @throws Refusal 404 if there is no such Task, or it was cancelled */
    EvaluationTask get(String id) {
        return tasks.find(id)
                .filter(task -> !task.isCancelled())
                .orElseThrow(() -> Refusal.notFound(
                        "",
                        "There is no evaluation Task/" + id + ", or it was cancelled. Ask for the evaluation again."));
    }

    /** How far an open evaluation has come: as of now on the server that is at it, as last noted on others. */
    Progress progress(EvaluationTask task) {
        return worker.progress(task.id()).orElseGet(task::progress);
    }

    /**
     * Closes an open Task, so that nothing will be stored, and ends its evaluation.
     *
     * @throws Refusal 404 if there is no such Task, or it is closed
     */
    void cancel(String id) {
        if (tasks.change(id, task -> task.cancelled(clock.instant())).isEmpty()) {
            throw Refusal.notFound(
                    "",
                    "There is no open evaluation Task/" + id
                            + " to cancel. What was stored by one that is complete stays: delete its MeasureReports.");
        }
        worker.cancel(id);
    }
}
