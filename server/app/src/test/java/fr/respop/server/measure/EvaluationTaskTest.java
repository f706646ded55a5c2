package fr.respop.server.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.uhn.fhir.context.FhirContext;
import fr.respop.server.fhir.Refusal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.hl7.fhir.r4.model.Measure;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EvaluationTaskTest {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final Instant NOW = Instant.parse("2025-06-15T10:00:00.123Z");

    @Test
    void keepsTheRequestAsItIs() {
        var asked = asked("2025-01-01", "Group/g");

        var stored = parsed(EvaluationTask.ask(asked, NOW));

        assertThat(stored.operation()).isEqualTo(EvaluationOperation.EVALUATE_MEASURE);
        assertThat(stored.measures()).containsExactly("https://example.org/Measure/a|1", "Measure/b");
        assertThat(stored.request(PARIS)).isEqualTo(asked.request());
        assertThat(stored.isWaiting()).isTrue();
        assertThat(stored.task().getAuthoredOn()).isEqualTo(NOW);
    }

    @Test
    void keepsWhoseResidentsAreMeant() {
        var ofA = ofPractitioner("Group/g", "Practitioner/a");

        var stored = parsed(EvaluationTask.ask(ofA, NOW));

        assertThat(stored.request(PARIS)).isEqualTo(ofA.request());
        assertThat(stored.asksTheSameAs(EvaluationTask.ask(ofPractitioner("Group/g", "PractitionerRole/a"), NOW)))
                .isFalse();
        assertThat(stored.asksTheSameAs(EvaluationTask.ask(asked("2025-01-01", "Group/g"), NOW)))
                .isFalse();
    }

    @Test
    void knowsTheSameQuestion() {
        var task = parsed(EvaluationTask.ask(asked("2025-01-01", "Group/g"), NOW));

        assertThat(task.asksTheSameAs(EvaluationTask.ask(asked("2025-01-01", "Group/g"), NOW.plusSeconds(9))))
                .isTrue();
        assertThat(task.asksTheSameAs(EvaluationTask.ask(asked("2025-01-02", "Group/g"), NOW)))
                .isFalse();
        assertThat(task.asksTheSameAs(EvaluationTask.ask(asked("2025-01-01", "Group/h"), NOW)))
                .isFalse();
        assertThat(task.asksTheSameAs(EvaluationTask.ask(asked("2025-01-01", null), NOW)))
                .isFalse();
    }

    @Test
    void isOpenUntilItIsClosed() {
        assertThat(task().isOpen()).isTrue();
        assertThat(task().began(NOW).isOpen()).isTrue();
        assertThat(task().began(NOW).givenBack().isWaiting()).isTrue();
        assertThat(task().completed(List.of(), NOW).isOpen()).isFalse();
        assertThat(task().cancelled(NOW).isOpen()).isFalse();
    }

    @Test
    void countsHowOftenItWasBegunWithoutAnEnd() {
        var task = task().began(NOW).began(NOW);

        assertThat(task.timesBegun()).isEqualTo(2);
        assertThat(task.givenBack().timesBegun()).isEqualTo(1);
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
    void whatIsGoneIsNoMissingEvaluation() {
        var task = task().failed(Refusal.notFound("subject", "There is no Group/g."), NOW);

        assertThat(parsed(task).failure().getStatusCode()).isEqualTo(422);
    }

    @Test
    void refusesATaskThatSaysTooLittle() {
        var empty = new EvaluationTask(new Task());

        assertThatThrownBy(empty::operation).hasMessageContaining("Task.input");
        assertThatThrownBy(empty::measures).hasMessageContaining("Task.input");
        assertThatThrownBy(() -> empty.request(PARIS)).hasMessageContaining("periodStart");
    }

    private static EvaluationTask task() {
        return EvaluationTask.ask(asked("2025-01-01", null), NOW);
    }

    private static AskedEvaluation asked(String periodStart, @Nullable String subject) {
        return asked(periodStart, subject, null);
    }

    private static AskedEvaluation ofPractitioner(String subject, String practitioner) {
        return asked("2025-01-01", subject, practitioner);
    }

    private static AskedEvaluation asked(String periodStart, @Nullable String subject, @Nullable String practitioner) {
        var withUrl = new Measure().setUrl("https://example.org/Measure/a").setVersion("1");
        var withoutUrl = (Measure) new Measure().setId("Measure/b/_history/3");
        var request = EvaluateMeasureRequest.of(periodStart, "2025-12-31", subject, practitioner, null, PARIS);
        return new AskedEvaluation(EvaluationOperation.EVALUATE_MEASURE, List.of(withUrl, withoutUrl), request);
    }

    private static EvaluationTask parsed(EvaluationTask task) {
        var json = FhirContext.forR4Cached().newJsonParser();
        return new EvaluationTask(json.parseResource(Task.class, json.encodeResourceToString(task.task())));
    }
}
