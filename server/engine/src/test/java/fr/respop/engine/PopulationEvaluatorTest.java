package fr.respop.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.util.List;
import org.hl7.fhir.r4.model.MeasureReport.MeasureReportStatus;
import org.hl7.fhir.r4.model.MeasureReport.MeasureReportType;
import org.junit.jupiter.api.Test;

class PopulationEvaluatorTest {

    private static final String IN_2025 = "2025-06-01T10:00:00+02:00";
    private static final String ALSO_IN_2025 = "2025-09-01T10:00:00+02:00";

    @Test
    void countsACohort() {
        var report = Reports.population(
                TestMeasure.cohort(),
                Resident.woman("1").withDiabetes(),
                Resident.man("2").withDiabetes(),
                Resident.man("3"));

        assertThat(Reports.counts(report)).containsOnly(entry("initial-population", 2));
        assertThat(report.getType()).isEqualTo(MeasureReportType.SUMMARY);
        assertThat(report.getStatus()).isEqualTo(MeasureReportStatus.COMPLETE);
        assertThat(report.getContained()).isEmpty();
    }

    @Test
    void scoresAProportionWithoutItsExceptions() {
        var report = Reports.population(
                TestMeasure.proportion().improvement("increase"),
                Resident.woman("met").withDiabetes().withHbA1c(IN_2025, ALSO_IN_2025),
                Resident.woman("not-met").withDiabetes().withHbA1c(IN_2025),
                Resident.man("excepted").withDiabetes().withRefusal(),
                Resident.man("met-in-spite-of-refusal")
                        .withDiabetes()
                        .withRefusal()
                        .withHbA1c(IN_2025, ALSO_IN_2025),
                Resident.man("healthy").withHbA1c(IN_2025, ALSO_IN_2025));

        assertThat(Reports.counts(report))
                .containsExactly(
                        entry("initial-population", 4),
                        entry("denominator", 4),
                        entry("denominator-exception", 1),
                        entry("numerator", 2));
        assertThat(report.getGroupFirstRep().getMeasureScore().getValue().doubleValue())
                .isEqualTo(2.0 / 3);
    }

    @Test
    void givesNoScoreWhenNobodyIsInTheDenominator() {
        var report = Reports.population(TestMeasure.proportion(), Resident.man("healthy"));

        assertThat(report.getGroupFirstRep().hasMeasureScore()).isFalse();
    }

    @Test
    void reportsAnEmptyPopulationAsEmpty() {
        var report = Reports.population(TestMeasure.proportion().stratifier("gender", "Gender"));

        assertThat(Reports.counts(report).values()).containsOnly(0);
        assertThat(report.getGroupFirstRep().getStratifierFirstRep().getStratum())
                .isEmpty();
    }

    @Test
    void statesThePeriodToTheMillisecondAndTheDateOfTheClock() {
        var report = Reports.population(TestMeasure.cohort(), Resident.man("1"));

        assertThat(report.getPeriod().getStartElement().getValueAsString()).isEqualTo("2025-01-01T00:00:00.000+01:00");
        assertThat(report.getPeriod().getEndElement().getValueAsString()).isEqualTo("2025-12-31T23:59:59.999+01:00");
        assertThat(report.getDateElement().getValueAsString()).isEqualTo("2026-01-05T10:00:00.000Z");
        assertThat(report.getMeasure()).isEqualTo("https://example.org/Measure/test|1.0.0");
    }

    @Test
    void countsResultsOfTheFirstAndTheLastMillisecondOfThePeriod() {
        var report = Reports.population(
                TestMeasure.cohort().stratifier("results", "Result Count"),
                Resident.man("1")
                        .withDiabetes()
                        .withHbA1c(
                                "2024-12-31T23:59:59.999+01:00",
                                "2025-01-01T00:00:00.000+01:00",
                                "2025-12-31T23:59:59.999+01:00",
                                "2026-01-01T00:00:00.000+01:00"));

        assertThat(Reports.strata(report)).containsExactly(entry("2", 1));
    }

    @Test
    void givesIdsToTheElementsOfAMeasureThatHasNone() {
        var measure = TestMeasure.proportion().stratifier("gender", "Gender").supplementalData("gender", "Gender");

        var report = Reports.population(measure, Resident.woman("1").withDiabetes());

        assertThat(Reports.counts(report)).contains(entry("initial-population", 1));
        assertThat(report.getGroupFirstRep().getPopulationFirstRep().getId()).isEqualTo("population-1");
        assertThat(measure.get().getGroupFirstRep().hasId()).isFalse();
    }

    @Test
    void passesFurtherParametersToCql() {
        var request = Reports.request(TestMeasure.proportion(), ReportType.POPULATION)
                .withParameters(java.util.Map.of("Results Wanted", 1));

        var report = Reports.evaluate(
                request,
                Reports.SETTINGS,
                Reports.subjects(Resident.woman("1").withDiabetes().withHbA1c(IN_2025)));

        assertThat(Reports.counts(report)).contains(entry("numerator", 1));
    }

    @Test
    void namesTheTypesThatARecordMustHold() {
        var request = Reports.request(TestMeasure.proportion(), ReportType.POPULATION)
                .ofMembers(new Membership(CheckContent.STAYS, "Gender"));

        var types = new PopulationEvaluator(CheckContent.CONTENT, Reports.SETTINGS).dataTypes(List.of(request));

        assertThat(types).containsExactly("Condition", "Encounter", "Observation", "Patient", "Procedure");
    }

    @Test
    void tellsHowFarItHasCome() {
        var done = new java.util.concurrent.CopyOnWriteArrayList<Long>();
        var request =
                Reports.request(TestMeasure.cohort(), ReportType.POPULATION).withProgress(done::add);

        Reports.evaluate(
                request,
                new EvaluatorSettings(1, 2, Reports.CLOCK),
                Reports.subjects(Resident.man("1"), Resident.man("2"), Resident.man("3")));

        assertThat(done).containsExactly(2L, 3L);
    }

    @Test
    void refusesAMeasureWithoutLibrary() {
        var measure = TestMeasure.cohort();
        measure.get().setLibrary(null);

        assertThatThrownBy(() -> Reports.population(measure, Resident.man("1")))
                .isInstanceOfSatisfying(MeasureNotEvaluable.class, refusal -> {
                    assertThat(refusal.measure()).isEqualTo("https://example.org/Measure/test|1.0.0");
                    assertThat(refusal.reason()).isEqualTo("it names no library");
                });
    }

    @Test
    void refusesAMeasureWithoutScoring() {
        var measure = TestMeasure.cohort();
        measure.get().setScoring(null);

        assertThatThrownBy(() -> Reports.population(measure, Resident.man("1")))
                .isInstanceOf(MeasureNotEvaluable.class)
                .hasMessageContaining("Scoring");
    }
}
