package fr.respop.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import org.hl7.fhir.r4.model.MeasureReport.MeasureReportType;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.Test;

class SubjectReportTest {

    private static final String IN_2025 = "2025-06-01T10:00:00+02:00";

    @Test
    void countsOneSubjectAndNamesTheResourcesThatDecided() {
        var report = Reports.evaluate(
                TestMeasure.proportion(),
                ReportType.SUBJECT,
                Resident.woman("1").withDiabetes().withHbA1c(IN_2025, IN_2025));

        assertThat(report.getType()).isEqualTo(MeasureReportType.INDIVIDUAL);
        assertThat(report.getSubject().getReference()).isEqualTo("Patient/1");
        assertThat(Reports.counts(report)).contains(entry("numerator", 1), entry("denominator-exception", 0));
        assertThat(report.getEvaluatedResource())
                .extracting(Reference::getReference)
                .containsExactly("Condition/1-1", "Observation/1-2", "Observation/1-3");
    }

    @Test
    void isRefusedForNobody() {
        assertThatThrownBy(() -> Reports.evaluate(TestMeasure.cohort(), ReportType.SUBJECT))
                .isInstanceOf(MeasureNotEvaluable.class)
                .hasMessageContaining("there is none");
    }

    @Test
    void isRefusedForSeveral() {
        assertThatThrownBy(() -> Reports.evaluate(
                        TestMeasure.cohort(), ReportType.SUBJECT, Resident.woman("1"), Resident.man("2")))
                .isInstanceOf(MeasureNotEvaluable.class)
                .hasMessageContaining("there are several");
    }

    @Test
    void isRefusedWhenTheSubjectCannotBeEvaluated() {
        assertThatThrownBy(() -> Reports.evaluate(
                        TestMeasure.cohort().stratifier("troyes", "Lives in Troyes"),
                        ReportType.SUBJECT,
                        Resident.woman("1").withSecondAddress()))
                .isInstanceOf(MeasureNotEvaluable.class)
                .hasMessageContaining("it failed for each of 1 subjects");
    }
}
