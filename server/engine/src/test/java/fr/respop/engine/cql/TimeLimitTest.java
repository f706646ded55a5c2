package fr.respop.engine.cql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.respop.engine.CheckContent;
import fr.respop.engine.content.Content;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.opencds.cqf.cql.engine.execution.ExpressionResult;

class TimeLimitTest {

    private static final Content CONTENT = CheckContent.of(CheckContent.cql("Endless", "1.0.0", """
            library Endless version '1.0.0'
            using FHIR version '4.0.1'
            include FHIRHelpers version '4.0.1' called FHIRHelpers
            context Patient
            define "Endless":
              Count(from [Observation] A, [Observation] B, [Observation] C, [Observation] D
                where A.status = B.status and C.status = D.status
                return 1)
            define "Short": Count([Observation] A where A.status = 'final')
            """));
    private static final ZonedDateTime TIME = ZonedDateTime.of(2025, 12, 31, 0, 0, 0, 0, ZoneOffset.UTC);

    private final SubjectRunner runner = new SubjectRunner(CONTENT, TIME, TIME, Map.of(), Duration.ofSeconds(2));

    @Test
    @Timeout(30)
    void endsAnEvaluationThatTakesTooLong() {
        runner.enter("Patient/1", record());

        assertThatThrownBy(() -> evaluate("Endless"))
                .isInstanceOf(CqlFailure.class)
                .hasMessageContaining("The evaluation took longer than 2 s")
                .hasMessageContaining("Endless.7");
    }

    @Test
    @Timeout(30)
    void leavesTheNextSubjectAllItsTime() {
        runner.enter("Patient/1", record());
        assertThatThrownBy(() -> evaluate("Endless")).isInstanceOf(CqlFailure.class);

        runner.enter("Patient/1", record());

        assertThat(SubjectRunner.value(evaluate("Short"), "Short")).isEqualTo(600);
    }

    @Test
    @Timeout(30)
    void endsTheEvaluationOfAThreadThatIsInterrupted() {
        var patient = new SubjectRunner(CONTENT, TIME, TIME, Map.of());
        patient.enter("Patient/1", record());
        Thread.currentThread().interrupt();

        assertThatThrownBy(() ->
                        patient.evaluate(CONTENT.library("https://example.org/Library/Endless"), List.of("Endless")))
                .isInstanceOf(CqlFailure.class)
                .hasMessageContaining("interrupted");
        assertThat(Thread.interrupted()).isTrue();
    }

    private Map<String, ExpressionResult> evaluate(String expression) {
        return runner.evaluate(CONTENT.library("https://example.org/Library/Endless"), List.of(expression));
    }

    private static List<Resource> record() {
        var patient = new Patient();
        patient.setId("Patient/1");
        return Stream.concat(
                        Stream.<Resource>of(patient),
                        IntStream.range(0, 600)
                                .mapToObj(i -> new Observation().setStatus(Observation.ObservationStatus.FINAL)))
                .toList();
    }
}
