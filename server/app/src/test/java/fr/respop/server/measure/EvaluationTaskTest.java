package fr.respop.server.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.uhn.fhir.context.FhirContext;
import fr.respop.server.fhir.background.BackgroundTask;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.hl7.fhir.r4.model.Measure;
import org.hl7.fhir.r4.model.Task;
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
        assertThat(stored.work().isWaiting()).isTrue();
        assertThat(stored.work().task().getAuthoredOn()).isEqualTo(NOW);
    }

    @Test
    void keepsWhoseResidentsAreMeant() {
        var ofA = ofPractitioner("Group/g", "Practitioner/a");

        var stored = parsed(EvaluationTask.ask(ofA, NOW));

        assertThat(stored.request(PARIS)).isEqualTo(ofA.request());
        assertThat(asksTheSame(stored, ofPractitioner("Group/g", "PractitionerRole/a"), NOW))
                .isFalse();
        assertThat(asksTheSame(stored, asked("2025-01-01", "Group/g"), NOW)).isFalse();
    }

    @Test
    void knowsTheSameQuestion() {
        var task = parsed(EvaluationTask.ask(asked("2025-01-01", "Group/g"), NOW));

        assertThat(asksTheSame(task, asked("2025-01-01", "Group/g"), NOW.plusSeconds(9)))
                .isTrue();
        assertThat(asksTheSame(task, asked("2025-01-02", "Group/g"), NOW)).isFalse();
        assertThat(asksTheSame(task, asked("2025-01-01", "Group/h"), NOW)).isFalse();
        assertThat(asksTheSame(task, asked("2025-01-01", null), NOW)).isFalse();
    }

    @Test
    void refusesATaskThatSaysTooLittle() {
        var empty = new EvaluationTask(new BackgroundTask(new Task()));

        assertThatThrownBy(empty::operation).hasMessageContaining("Task.input");
        assertThatThrownBy(empty::measures).hasMessageContaining("Task.input");
        assertThatThrownBy(() -> empty.request(PARIS)).hasMessageContaining("periodStart");
    }

    private static boolean asksTheSame(EvaluationTask task, AskedEvaluation asked, Instant now) {
        return task.work().asksTheSameAs(new BackgroundTask(EvaluationTask.ask(asked, now)));
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

    private static EvaluationTask parsed(Task task) {
        var json = FhirContext.forR4Cached().newJsonParser();
        return new EvaluationTask(
                new BackgroundTask(json.parseResource(Task.class, json.encodeResourceToString(task))));
    }
}
