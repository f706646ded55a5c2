package fr.respop.server.fhir.background;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import fr.respop.server.fhir.Refusal;
import fr.respop.server.fhir.ServerTask;
import java.time.Instant;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.Test;

class BackgroundTaskTest {

    private static final Instant NOW = Instant.parse("2025-06-15T10:00:00.123Z");

    @Test
    void isOpenUntilItIsClosed() {
        assertThat(task().isOpen()).isTrue();
        assertThat(task().began(NOW).isOpen()).isTrue();
        assertThat(task().began(NOW).givenBack().isWaiting()).isTrue();
        assertThat(task().completed(NOW).isOpen()).isFalse();
        assertThat(task().cancelled(NOW).isOpen()).isFalse();
    }

    @Test
    void asksTheSameWithTheSameInputsOnly() {
        assertThat(task("a").asksTheSameAs(parsed(task("a").began(NOW)))).isTrue();
        assertThat(task("a").asksTheSameAs(task("b"))).isFalse();
        assertThat(task("a").asksTheSameAs(new BackgroundTask(ServerTask.ask("other", NOW))))
                .isFalse();
    }

    /** A client may write any Task. */
    @Test
    void anInputThatIsNoTextAsksForNothing() {
        var odd = task("a");
        ServerTask.addInput(odd.task(), "subject", new Reference("Group/g"));
        odd.task().addInput();

        assertThat(odd.asksTheSameAs(task("a"))).isFalse();
        assertThat(odd.texts("subject")).containsExactly("a");
    }

    @Test
    void countsHowOftenItWasBegunWithoutAnEnd() {
        var task = task().began(NOW).began(NOW);

        assertThat(task.timesBegun()).isEqualTo(2);
        assertThat(task.givenBack().timesBegun()).isEqualTo(1);
    }

    @Test
    void notesWhatItCounts() {
        var lines = new Progress(250, 1000, Progress.Counted.LINES);

        assertThat(parsed(task().began(NOW).progressed(lines)).progress()).isEqualTo(lines);
        assertThat(parsed(task().began(NOW).progressed(lines).began(NOW)).progress())
                .isEqualTo(Progress.NONE);
    }

    @Test
    void notesTheLastProgressOnly() {
        var task = task().began(NOW).progressed(new Progress(250, 3159)).progressed(new Progress(500, 3159));

        assertThat(parsed(task).progress()).isEqualTo(new Progress(500, 3159));
        assertThat(parsed(task).begunAt()).contains(NOW);
    }

    @Test
    void keepsTheReasonOfAFailure() {
        var task = task().began(NOW)
                .failed(Refusal.unprocessable(IssueType.INVALID, "library", "It does not compile."), NOW);

        var failure = parsed(task).failure();

        assertThat(failure.getStatusCode()).isEqualTo(422);
        assertThat(failure).hasMessage("library: It does not compile.");
        assertThat(task.task().getStatus()).isEqualTo(TaskStatus.FAILED);
        assertThat(task.task().getStatusReason().getText()).isEqualTo("It does not compile.");
    }

    @Test
    void whatIsGoneIsNoMissingTask() {
        var task = task().failed(Refusal.notFound("subject", "There is no Group/g."), NOW);

        assertThat(parsed(task).failure().getStatusCode()).isEqualTo(422);
    }

    private static BackgroundTask task() {
        return task("a");
    }

    private static BackgroundTask task(String subject) {
        var task = ServerTask.ask("work", NOW);
        ServerTask.addInput(task, "subject", new StringType(subject));
        return new BackgroundTask(task);
    }

    private static BackgroundTask parsed(BackgroundTask task) {
        var json = FhirContext.forR4Cached().newJsonParser();
        return new BackgroundTask(json.parseResource(Task.class, json.encodeResourceToString(task.task())));
    }
}
