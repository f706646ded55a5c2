package fr.respop.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.hl7.fhir.r4.model.MeasureReport.MeasureReportType;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;

class SubjectListTest {

    @Test
    void namesTheSubjectsOfEachPopulationAndStratumInOrder() {
        var residents = IntStream.range(0, 9)
                .mapToObj(i -> i % 3 == 0
                        ? Resident.woman("w" + (9 - i)).withDiabetes()
                        : Resident.man("m" + (9 - i)).withDiabetes())
                .toArray(Resident[]::new);

        var report = Reports.evaluate(
                TestMeasure.cohort().stratifier("gender", "Gender"), ReportType.SUBJECT_LIST, residents);

        var group = report.getGroupFirstRep();
        assertThat(report.getType()).isEqualTo(MeasureReportType.SUBJECTLIST);
        assertThat(Reports.listed(report, group.getPopulationFirstRep().getSubjectResults()))
                .containsExactly(
                        "Patient/m1",
                        "Patient/m2",
                        "Patient/m4",
                        "Patient/m5",
                        "Patient/m7",
                        "Patient/m8",
                        "Patient/w3",
                        "Patient/w6",
                        "Patient/w9");
        var women = group.getStratifierFirstRep().getStratumFirstRep();
        assertThat(women.getValue().getText()).isEqualTo("female");
        assertThat(Reports.listed(report, women.getPopulationFirstRep().getSubjectResults()))
                .containsExactly("Patient/w3", "Patient/w6", "Patient/w9");
        assertThat(report.getContained())
                .extracting(Resource::getId)
                .containsExactly("subjects-1", "subjects-2", "subjects-3");
    }

    @Test
    void hasNoListForAPopulationOfNobody() {
        var report = Reports.evaluate(TestMeasure.cohort(), ReportType.SUBJECT_LIST, Resident.man("healthy"));

        assertThat(report.getGroupFirstRep().getPopulationFirstRep().hasSubjectResults())
                .isFalse();
        assertThat(report.getContained()).isEmpty();
    }
}
