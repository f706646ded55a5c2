package fr.respop.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import fr.respop.engine.content.UnknownExpression;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.MeasureReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ObservationMeasureTest {

    private static final String AGGREGATE =
            "http://hl7.org/fhir/us/cqfmeasures/StructureDefinition/extension-aggregationMethodResult";

    @Test
    void countsResourcesRatherThanSubjectsWhenTheyAreThePopulationBasis() {
        var measure = TestMeasure.of(CheckContent.STAYS, "cohort")
                .basis("Encounter")
                .population("initial-population", "Stays")
                .stratifier("kind", "Kind");

        var report = Reports.population(measure, stays());

        assertThat(Reports.counts(report)).containsOnly(entry("initial-population", 5));
        assertThat(Reports.strata(report)).containsExactly(entry("AMB", 2), entry("IMP", 3));
    }

    @Test
    void givesResourcesTheStratumOfTheirSubject() {
        var measure = TestMeasure.of(CheckContent.STAYS, "cohort")
                .basis("Encounter")
                .population("initial-population", "Stays")
                .stratifier("gender", "Gender");

        var report = Reports.population(measure, stays());

        assertThat(Reports.strata(report)).containsExactly(entry("female", 3), entry("male", 2));
    }

    @ParameterizedTest
    @CsvSource({"median, 4, 1, 5", "avg, 4.2, 1, 6.333333333333333", "sum, 21, 2, 19", "max, 10, 1, 10"})
    void observesMembersWhateverTheChunks(String method, double all, double ambulatory, double inpatient) {
        var measure = TestMeasure.of(CheckContent.STAYS, "continuous-variable")
                .basis("Encounter")
                .population("initial-population", "Stays")
                .population("measure-population", "Stays")
                .observation("measure-population", "Length", method)
                .stratifier("kind", "Kind");

        var report = Reports.evaluate(
                Reports.request(measure, ReportType.POPULATION),
                new EvaluatorSettings(1, 1, Reports.CLOCK),
                Reports.subjects(stays()));

        var group = report.getGroupFirstRep();
        assertThat(score(group)).isEqualTo(all);
        assertThat(group.getStratifierFirstRep().getStratum())
                .extracting(stratum -> stratum.getMeasureScore().getValue().doubleValue())
                .containsExactly(ambulatory, inpatient);
        var observation = group.getPopulation().get(2);
        assertThat(((DecimalType) observation.getExtensionByUrl(AGGREGATE).getValue())
                        .getValue()
                        .doubleValue())
                .isEqualTo(all);
        assertThat(Reports.json(report)).doesNotContain("respop-observed-value");
    }

    @Test
    void listsTheSubjectsOfAStratumButNotWhatIsObservedOfThem() {
        var measure = TestMeasure.of(CheckContent.STAYS, "continuous-variable")
                .basis("Encounter")
                .population("initial-population", "Stays")
                .population("measure-population", "Stays")
                .observation("measure-population", "Length", "sum")
                .stratifier("gender", "Gender");

        var report = Reports.evaluate(measure, ReportType.SUBJECT_LIST, stays());

        var women = report.getGroupFirstRep().getStratifierFirstRep().getStratumFirstRep();
        assertThat(Reports.listed(report, women.getPopulation().get(1).getSubjectResults()))
                .hasSize(3)
                .allSatisfy(reference -> assertThat(reference).startsWith("Encounter/"));
        assertThat(women.getPopulation().get(2).hasSubjectResults()).isFalse();
    }

    @Test
    void observesSubjectsWithAFunctionWithoutArguments() {
        var measure = TestMeasure.of(CheckContent.CHECK, "continuous-variable")
                .population("initial-population", "Initial Population")
                .population("measure-population", "Initial Population")
                .observation("measure-population", "Observed Results", "avg");

        var report = Reports.population(
                measure,
                Resident.woman("1").withDiabetes().withHbA1c("2025-06-01T10:00:00Z", "2025-07-01T10:00:00Z"),
                Resident.woman("2").withDiabetes().withHbA1c("2025-06-01T10:00:00Z"),
                Resident.woman("3").withHbA1c("2025-06-01T10:00:00Z"));

        assertThat(score(report.getGroupFirstRep())).isEqualTo(1.5);
    }

    @Test
    void dividesWhatIsObservedOfTheNumeratorByWhatIsObservedOfTheDenominator() {
        var measure = TestMeasure.of(CheckContent.STAYS, "ratio")
                .basis("Encounter")
                .population("initial-population", "Stays")
                .population("denominator", "Stays")
                .population("numerator", "Long Stays")
                .observation("denominator", "Length", "sum")
                .observation("numerator", "Length", "sum")
                .stratifier("gender", "Gender");

        var report = Reports.population(measure, stays());

        assertThat(Reports.counts(report)).contains(entry("numerator", 3), entry("denominator", 5));
        assertThat(score(report.getGroupFirstRep())).isEqualTo(19.0 / 21);
    }

    @Test
    void refusesAnObservationThatIsNoFunction() {
        var measure = TestMeasure.of(CheckContent.STAYS, "continuous-variable")
                .basis("Encounter")
                .population("initial-population", "Stays")
                .population("measure-population", "Stays")
                .observation("measure-population", "Gender", "sum");

        assertThatThrownBy(() -> Reports.population(measure, stays())).isInstanceOf(UnknownExpression.class);
    }

    @Test
    void refusesAnObservationOfNoPopulation() {
        var measure = TestMeasure.of(CheckContent.STAYS, "continuous-variable")
                .basis("Encounter")
                .population("initial-population", "Stays")
                .population("measure-population", "Stays")
                .population("measure-observation", "Length");

        assertThatThrownBy(() -> Reports.population(measure, stays())).isInstanceOf(MeasureNotEvaluable.class);
    }

    private static double score(MeasureReport.MeasureReportGroupComponent group) {
        return group.getMeasureScore().getValue().doubleValue();
    }

    private static Resident[] stays() {
        return new Resident[] {
            Resident.woman("1")
                    .withStay("IMP", "2025-03-01T10:00:00+01:00", "2025-03-11T10:00:00+01:00")
                    .withStay("AMB", "2025-04-01T08:00:00+02:00", "2025-04-02T09:00:00+02:00")
                    .withStay("IMP", "2024-12-30T10:00:00+01:00", "2025-01-11T10:00:00+01:00"),
            Resident.man("2")
                    .withStay("IMP", "2025-05-01T10:00:00+02:00", "2025-05-05T10:00:00+02:00")
                    .withStay("IMP", "2025-06-01T10:00:00+02:00", "2025-06-06T10:00:00+02:00"),
            Resident.woman("3").withStay("AMB", "2025-07-01T08:00:00+02:00", "2025-07-02T09:00:00+02:00"),
            Resident.man("4")
        };
    }
}
