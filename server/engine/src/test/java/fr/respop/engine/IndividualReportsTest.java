package fr.respop.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.MeasureReport.MeasureReportStatus;
import org.hl7.fhir.r4.model.Patient;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.opencds.cqf.cql.engine.execution.ExpressionResult;
import org.opencds.cqf.cql.engine.runtime.Code;

/** A report that is copied from an equal subject's is the one that scoring makes. */
class IndividualReportsTest {

    private static final int SUBJECTS = 60;

    private static Stream<TestMeasure> measures() {
        return Stream.of(
                TestMeasure.cohort(),
                TestMeasure.cohort().stratifier("woman", "Is Woman"),
                TestMeasure.proportion(),
                TestMeasure.proportion().stratifier("gender", "Gender"),
                TestMeasure.proportion().stratifier("gender", "Gender").secondComponent("count", "Result Count"));
    }

    @ParameterizedTest
    @MethodSource("measures")
    void saysOfManySubjectsWhatScoringEachAloneSays(TestMeasure measure) {
        var plan = plan(measure);
        var reports = new IndividualReports(plan, Reports.SETTINGS.clock());
        var random = new Random(7);

        for (int i = 0; i < SUBJECTS; i++) {
            var subject = "Patient/" + i;
            var results = results(subject, plan, random);
            var alone = new IndividualReports(plan, Reports.SETTINGS.clock()).of(subject, Optional.of(results));

            assertThat(Reports.json(reports.of(subject, Optional.of(results)))).isEqualTo(Reports.json(alone));
        }
    }

    @Test
    void belongsToItsCaller() {
        var plan = plan(TestMeasure.proportion());
        var reports = new IndividualReports(plan, Reports.SETTINGS.clock());
        var results = results("Patient/1", plan, new Random(1));
        var first = Reports.json(reports.of("Patient/1", Optional.of(results)));

        MeasureReport changed = reports.of("Patient/1", Optional.of(results));
        changed.setStatus(MeasureReportStatus.ERROR)
                .getGroupFirstRep()
                .addPopulation()
                .setCount(99);

        assertThat(Reports.json(reports.of("Patient/1", Optional.of(results)))).isEqualTo(first);
    }

    @Test
    void valuesThatAreNotSimpleAreScoredEachTime() {
        var plan = plan(TestMeasure.cohort().stratifier("place", "Gender"));
        var reports = new IndividualReports(plan, Reports.SETTINGS.clock());
        var strata = new ArrayList<String>();
        for (var place : List.of("Troyes", "Reims")) {
            var results = results("Patient/1", plan, new Random(1));
            results.put("Initial Population", result(true));
            results.put("Gender", result(new Code().withSystem("urn:place").withCode(place)));
            strata.addAll(Reports.strata(reports.of("Patient/1", Optional.of(results)))
                    .keySet());
        }

        assertThat(strata).doesNotHaveDuplicates().hasSize(2);
    }

    @Test
    void whoIsNoMemberCountsNowhere() {
        var report = new IndividualReports(plan(TestMeasure.cohort()), Reports.SETTINGS.clock())
                .of("Patient/1", Optional.empty());

        assertThat(report.getSubject().getReference()).isEqualTo("Patient/1");
        assertThat(Reports.counts(report)).containsExactly(Map.entry("initial-population", 0));
    }

    private static EvaluationPlan plan(TestMeasure measure) {
        return EvaluationPlan.of(Reports.request(measure, ReportType.SUBJECT), CheckContent.CONTENT);
    }

    private static Map<String, ExpressionResult> results(String subject, EvaluationPlan plan, Random random) {
        var patient = new Patient();
        patient.setId(subject);
        var results = new HashMap<String, ExpressionResult>();
        for (var name : plan.results()) {
            results.put(name, result(name.equals("Patient") ? patient : value(name, random)));
        }
        return results;
    }

    private static @Nullable Object value(String expression, Random random) {
        return switch (expression) {
            case "Gender" ->
                random.nextInt(4) == 0 ? null : List.of("female", "male").get(random.nextInt(2));
            case "Result Count" -> random.nextInt(3);
            default -> random.nextInt(8) == 0 ? null : (Object) random.nextBoolean();
        };
    }

    private static ExpressionResult result(@Nullable Object value) {
        return new ExpressionResult(value, new HashSet<>());
    }
}
