package fr.respop.server.commandline;

import fr.respop.engine.ProgressListener;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalLong;

/** Says every few seconds how far an evaluation has come. */
final class Progress implements ProgressListener {

    private static final Duration BETWEEN_MESSAGES = Duration.ofSeconds(2);

    private final PrintWriter messages;
    private long total;
    private long lastMessage;

    Progress(PrintWriter messages) {
        this.messages = messages;
    }

    void reading(Path folder) {
        messages.println("Reading " + folder);
    }

    void evaluating(OptionalLong subjects) {
        total = subjects.orElse(0);
        lastMessage = System.nanoTime();
        messages.println("Evaluating " + total + " Patients");
    }

    @Override
    public void progressed(long subjectsDone) {
        var now = System.nanoTime();
        if (now - lastMessage >= BETWEEN_MESSAGES.toNanos() || subjectsDone == total) {
            lastMessage = now;
            messages.println(subjectsDone + " of " + total);
        }
    }
}
