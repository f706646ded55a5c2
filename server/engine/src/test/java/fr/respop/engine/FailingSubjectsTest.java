package fr.respop.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.MeasureReport.MeasureReportStatus;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.OperationOutcomeIssueComponent;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class FailingSubjectsTest {

    private static final String EXTENSIONS = "https://respop.org/fhir/StructureDefinition/";

    @Test
    void areNamedInTheReportWhichCountsTheOthers() {
        var report = Reports.population(
                TestMeasure.cohort().stratifier("troyes", "Lives in Troyes"),
                Resident.woman("1").withDiabetes(),
                Resident.woman("two-addresses").withDiabetes().withSecondAddress(),
                Resident.man("3").withDiabetes());

        assertThat(Reports.counts(report)).containsOnly(entry("initial-population", 2));
        assertThat(Reports.strata(report)).containsExactly(entry("true", 2));
        assertThat(report.getStatus()).isEqualTo(MeasureReportStatus.ERROR);
        assertThat(issues(report)).singleElement().satisfies(issue -> {
            assertThat(subject(issue)).isEqualTo("Patient/two-addresses");
            assertThat(issue.getDetails().getText()).isEqualTo("Patient/two-addresses is not counted");
            assertThat(issue.getDiagnostics()).contains("Check");
        });
    }

    @Test
    void areReferredToByTheReport() {
        var report = Reports.population(
                TestMeasure.cohort().stratifier("troyes", "Lives in Troyes"),
                Resident.woman("1"),
                Resident.woman("2").withSecondAddress());

        var reference = (Reference)
                report.getExtensionByUrl(EXTENSIONS + "respop-report-errors").getValue();
        assertThat(reference.getReference()).isEqualTo("#errors");
        assertThat(report.getContained()).extracting(Resource::getId).containsExactly("errors");
    }

    @Test
    @Timeout(60)
    void areThoseForWhomCqlDoesNotEndInTime() {
        var endless = CheckContent.of(CheckContent.cql("Endless", "1.0.0", """
                library Endless version '1.0.0'
                using FHIR version '4.0.1'
                include FHIRHelpers version '4.0.1'
                context Patient
                define "Numbers": expand Interval[1, 1000]
                define "Everybody":
                  if Patient.gender = 'male' then true
                  else exists (from "Numbers" A, "Numbers" B, "Numbers" C, "Numbers" D where A + B + C + D = 0)
                """));
        var settings = new EvaluatorSettings(1, 2, Duration.ofMillis(500), Reports.CLOCK);
        var measure = TestMeasure.of("https://example.org/Library/Endless", "cohort")
                .population("initial-population", "Everybody");

        var report = new PopulationEvaluator(endless, settings)
                .evaluate(
                        Reports.request(measure, ReportType.POPULATION),
                        SubjectSource.of(
                                Reports.subjects(Resident.man("1"), Resident.woman("endless"), Resident.man("3"))));

        assertThat(Reports.counts(report)).containsOnly(entry("initial-population", 2));
        assertThat(issues(report)).singleElement().satisfies(issue -> {
            assertThat(subject(issue)).isEqualTo("Patient/endless");
            assertThat(issue.getDiagnostics()).contains("took longer than 500 ms");
        });
    }

    @Test
    void revealNeitherBirthDatesNorIdentifiers() {
        var report = Reports.population(
                TestMeasure.cohort().stratifier("message", "Has No Refusal"),
                Resident.woman("1").withDiabetes(),
                Resident.woman("2").withDiabetes().withRefusal());

        assertThat(issues(report)).singleElement().satisfies(issue -> {
            assertThat(subject(issue)).isEqualTo("Patient/2");
            assertThat(issue.getDiagnostics()).contains("Born on [date] as [number]");
        });
    }

    @Test
    void areThoseWhoseResultsDoNotFitThePopulationBasis() {
        var measure = TestMeasure.of(CheckContent.CHECK, "cohort").population("initial-population", "Mixed Results");

        var report = Reports.population(
                measure, Resident.woman("1").withDiabetes(), Resident.man("2").withDiabetes(), Resident.woman("3"));

        assertThat(Reports.counts(report)).containsOnly(entry("initial-population", 1));
        assertThat(issues(report)).extracting(FailingSubjectsTest::subject).containsExactly("Patient/2");
    }

    @Test
    void areThoseWhoseRecordCannotBeRead() {
        var subjects = new ArrayList<SubjectRecord>(
                Reports.subjects(Resident.woman("1").withDiabetes()));
        subjects.add(new Unreadable());

        var report = Reports.evaluate(
                Reports.request(TestMeasure.cohort(), ReportType.POPULATION), Reports.SETTINGS, subjects);

        assertThat(Reports.counts(report)).containsOnly(entry("initial-population", 1));
        assertThat(issues(report)).singleElement().satisfies(issue -> {
            assertThat(subject(issue)).isEqualTo("Patient/unreadable");
            assertThat(issue.getDiagnostics()).isEqualTo("Not JSON");
        });
    }

    @Test
    void areThoseWhoseRecordLacksTheirOwnResource() {
        var report = Reports.evaluate(
                Reports.request(TestMeasure.cohort(), ReportType.POPULATION),
                Reports.SETTINGS,
                List.of(
                        new Subject("Patient/absent", List.of()),
                        Resident.woman("1").subject()));

        assertThat(issues(report)).extracting(FailingSubjectsTest::subject).containsExactly("Patient/absent");
    }

    @Test
    void makeTheMeasureNotEvaluableWhenTheyAreAll() {
        assertThatThrownBy(() -> Reports.population(
                        TestMeasure.cohort().stratifier("troyes", "Lives in Troyes"),
                        Resident.woman("1").withSecondAddress(),
                        Resident.woman("2").withSecondAddress()))
                .isInstanceOf(MeasureNotEvaluable.class)
                .hasMessageContaining("it failed for each of 2 subjects");
    }

    private static List<OperationOutcomeIssueComponent> issues(MeasureReport report) {
        return report.getContained().stream()
                .filter(OperationOutcome.class::isInstance)
                .map(OperationOutcome.class::cast)
                .flatMap(outcome -> outcome.getIssue().stream())
                .toList();
    }

    private static String subject(OperationOutcomeIssueComponent issue) {
        var reference = (Reference)
                issue.getExtensionByUrl(EXTENSIONS + "respop-failed-subject").getValue();
        return reference.getReference();
    }

    private record Unreadable() implements SubjectRecord {

        @Override
        public String id() {
            return "Patient/unreadable";
        }

        @Override
        public List<Resource> resources() {
            throw new IllegalStateException("Not JSON");
        }
    }
}
