package fr.respop.server.measure;

import fr.respop.engine.ProgressListener;
import java.util.concurrent.CancellationException;

/** A background evaluation that this server is at: how far it has come, and whether it is to end. */
final class RunningEvaluation implements ProgressListener {

    private final String taskId;
    private volatile Progress progress = Progress.NONE;
    private volatile boolean isStopped;

    RunningEvaluation(String taskId) {
        this.taskId = taskId;
    }

    String taskId() {
        return taskId;
    }

    Progress progress() {
        return progress;
    }

    /** Ends the evaluation after the residents at hand. */
    void stop() {
        isStopped = true;
    }

    void expect(long residents) {
        progress = new Progress(0, residents);
    }

    /** @throws CancellationException if it was stopped, which ends the evaluation without interrupting its threads */
    @Override
    public void progressed(long subjectsDone) {
        if (isStopped) {
            throw new CancellationException();
        }
        progress = new Progress(subjectsDone, progress.total());
    }
}
