package fr.respop.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;

/** Several measures in one pass. */
class SeveralMeasuresTest {

    private static final List<Subject> SUBJECTS = Reports.subjects(
            Resident.woman("1").withDiabetes().withHbA1c("2025-02-01", "2025-08-01"),
            Resident.woman("2").withDiabetes().withHbA1c("2025-02-01"),
            Resident.man("3").withDiabetes().withRefusal(),
            Resident.man("4").withDiabetes().withHbA1c("2025-02-01", "2025-08-01"),
            Resident.man("5").withHbA1c("2025-02-01", "2025-08-01"),
            Resident.woman("6"));

    @Test
    void reportAsEachDoesAlone() {
        var requests = List.of(
                Reports.request(
                        TestMeasure.proportion().stratifier("gender", "Gender of Women"), ReportType.POPULATION),
                Reports.request(TestMeasure.cohort().stratifier("gender", "Gender"), ReportType.POPULATION),
                Reports.request(TestMeasure.proportion(), ReportType.SUBJECT_LIST),
                Reports.request(
                        TestMeasure.cohort().supplementalData("results", "Result Count"), ReportType.POPULATION),
                Reports.request(
                        TestMeasure.of(CheckContent.CHECK, "continuous-variable")
                                .population("initial-population", "Initial Population")
                                .population("measure-population", "Denominator")
                                .observation("measure-population", "Observed Results", "median"),
                        ReportType.POPULATION));

        var together = evaluate(requests);

        assertThat(together).hasSameSizeAs(requests);
        for (int i = 0; i < requests.size(); i++) {
            var alone = Reports.evaluate(requests.get(i), Reports.SETTINGS, SUBJECTS);
            assertThat(Reports.json(together.get(i))).isEqualTo(Reports.json(alone));
        }
        assertThat(Reports.counts(together.get(0)))
                .containsOnly(
                        entry("initial-population", 4),
                        entry("denominator", 4),
                        entry("denominator-exception", 1),
                        entry("numerator", 2));
    }

    @Test
    void doNotFailForEachOther() {
        var subjects = Reports.subjects(
                Resident.woman("1").withDiabetes(),
                Resident.woman("two-addresses").withDiabetes().withSecondAddress());

        var reports = evaluate(
                List.of(
                        Reports.request(
                                TestMeasure.cohort().stratifier("troyes", "Lives in Troyes"), ReportType.POPULATION),
                        Reports.request(TestMeasure.cohort(), ReportType.POPULATION)),
                subjects);

        assertThat(Reports.counts(reports.get(0))).containsOnly(entry("initial-population", 1));
        assertThat(reports.get(0).getStatus()).isEqualTo(MeasureReport.MeasureReportStatus.ERROR);
        assertThat(Reports.counts(reports.get(1))).containsOnly(entry("initial-population", 2));
        assertThat(reports.get(1).getStatus()).isEqualTo(MeasureReport.MeasureReportStatus.COMPLETE);
    }

    @Test
    void keepTheirPeriods() {
        var measure = TestMeasure.proportion().get();
        var in2024 = MeasurementPeriod.of("2024", "2024", ZoneId.of("Europe/Paris"));

        var reports = evaluate(List.of(
                MeasureEvaluation.of(measure, Reports.YEAR_2025, ReportType.POPULATION),
                MeasureEvaluation.of(measure, in2024, ReportType.POPULATION)));

        assertThat(Reports.counts(reports.get(0))).contains(entry("numerator", 2));
        assertThat(Reports.counts(reports.get(1))).contains(entry("numerator", 0));
    }

    @Test
    void readEachRecordOnce() {
        var readings = new AtomicInteger();
        var records = SUBJECTS.stream()
                .map(subject -> new SubjectRecord() {
                    @Override
                    public String id() {
                        return subject.id();
                    }

                    @Override
                    public List<Resource> resources() {
                        readings.incrementAndGet();
                        return subject.resources();
                    }
                })
                .toList();

        evaluate(
                List.of(
                        Reports.request(TestMeasure.cohort(), ReportType.POPULATION),
                        Reports.request(TestMeasure.proportion(), ReportType.POPULATION)),
                records);

        assertThat(readings).hasValue(SUBJECTS.size());
    }

    @Test
    void tellTheirListenersOfThePass() {
        var first = new ArrayList<Long>();
        var second = new ArrayList<Long>();

        evaluate(List.of(
                Reports.request(TestMeasure.cohort(), ReportType.POPULATION).withProgress(first::add),
                Reports.request(TestMeasure.proportion(), ReportType.POPULATION).withProgress(second::add)));

        assertThat(first).last().isEqualTo(6L);
        assertThat(second).isEqualTo(first);
    }

    private static List<MeasureReport> evaluate(List<MeasureEvaluation> requests) {
        return evaluate(requests, SUBJECTS);
    }

    private static List<MeasureReport> evaluate(
            List<MeasureEvaluation> requests, List<? extends SubjectRecord> subjects) {
        try (var source = SubjectSource.of(subjects)) {
            return new PopulationEvaluator(CheckContent.CONTENT, Reports.SETTINGS).evaluate(requests, source);
        }
    }
}
