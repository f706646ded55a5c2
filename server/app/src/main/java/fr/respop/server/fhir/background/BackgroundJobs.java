package fr.respop.server.fhir.background;

import fr.respop.server.fhir.Refusal;
import java.time.Clock;
import org.hl7.fhir.r4.model.Task;

/** Work in the background, as its clients see it. */
final class BackgroundJobs {

    private final BackgroundTasks tasks;
    private final BackgroundWorker worker;
    private final Runnable wake;
    private final Clock clock;

    /** @param wake makes the worker look for work at once */
    BackgroundJobs(BackgroundTasks tasks, BackgroundWorker worker, Runnable wake, Clock clock) {
        this.tasks = tasks;
        this.worker = worker;
        this.wake = wake;
        this.clock = clock;
    }

    /** The id of the Task that will answer: the given one, or an open one that asks the same. */
    String submit(Task asked) {
        var id = tasks.submit(new BackgroundTask(asked)).id();
        wake.run();
        return id;
    }

    /** @throws Refusal 404 if there is no such Task, or it was cancelled */
    BackgroundTask get(String id) {
        return tasks.find(id)
                .filter(task -> !task.isCancelled())
                .orElseThrow(() -> Refusal.notFound(
                        "",
                        "There is no Task/" + id + " of work in the background, or it was cancelled. Ask again for what"
                                + " it was to do."));
    }

    /** How far an open Task has come: as of now on the server that is at it, as last noted on others. */
    Progress progress(BackgroundTask task) {
        return worker.progress(task.id()).orElseGet(task::progress);
    }

    /**
     * Closes an open Task, so that it has no result, and ends its work.
     *
     * @throws Refusal 404 if there is no such Task, or it is closed
     */
    BackgroundTask cancel(String id) {
        var cancelled = tasks.change(id, task -> task.cancelled(clock.instant()))
                .orElseThrow(() -> Refusal.notFound(
                        "",
                        "There is no open Task/" + id + " of work in the background to cancel. What was stored by one"
                                + " that is complete, such as MeasureReports, stays."));
        worker.cancel(id);
        return cancelled;
    }
}
