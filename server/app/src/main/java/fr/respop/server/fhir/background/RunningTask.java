package fr.respop.server.fhir.background;

import fr.respop.engine.ProgressListener;
import fr.respop.server.fhir.background.Progress.Counted;
import java.util.concurrent.CancellationException;

/** Work that this server is at: how far it has come, and whether it is to end. */
public final class RunningTask implements ProgressListener {

    private final String taskId;
    private volatile Progress progress = Progress.NONE;
    private volatile boolean isStopped;

    RunningTask(String taskId) {
        this.taskId = taskId;
    }

    String taskId() {
        return taskId;
    }

    Progress progress() {
        return progress;
    }

    /** Ends the work after the residents or lines at hand. */
    void stop() {
        isStopped = true;
    }

    /** How many residents there are to look at. */
    public void expect(long residents) {
        progress = new Progress(0, residents);
    }

    /** How many lines there are to read. */
    public void expectLines(long lines) {
        progress = new Progress(0, lines, Counted.LINES);
    }

    /** @throws CancellationException if it was stopped, which ends the work without interrupting its threads */
    @Override
    public void progressed(long subjectsDone) {
        if (isStopped) {
            throw new CancellationException();
        }
        progress = new Progress(subjectsDone, progress.total(), progress.counted());
    }
}
