package fr.respop.server.measure;

import static org.assertj.core.api.Assertions.assertThat;

import fr.respop.server.DemonstrationTest;
import fr.respop.server.FhirHttp;
import fr.respop.server.FhirReply;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.ListResource;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.MeasureReport.MeasureReportStatus;
import org.hl7.fhir.r4.model.MeasureReport.MeasureReportType;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Parameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@DemonstrationTest
class EvaluateMeasureIT {

    private static final String YEAR = "periodStart=2025-01-01&periodEnd=2025-12-31";
    private static final String TERRITORY = "subject=Group/aube-et-sezannais-diabetes";
    private static final String RESIDENT = "Patient/aube-et-sezannais-000187";

    private final FhirHttp fhir;

    @Autowired
    EvaluateMeasureIT(FhirHttp fhir) {
        this.fhir = fhir;
    }

    @Test
    void takesTheMeasuresCanonicalAtTypeLevel() {
        var byId = report("Measure/DiabetesPyramid/$evaluate-measure?" + TERRITORY + "&" + YEAR);
        var byCanonical =
                report("Measure/$evaluate-measure?measure=https://respop.org/fhir/Measure/DiabetesPyramid|0.1.0&"
                        + TERRITORY + "&" + YEAR);

        assertThat(count(byCanonical)).isEqualTo(count(byId)).isEqualTo(886);
    }

    @Test
    void withoutASubjectEverybodyIsEvaluated() {
        var report = report("Measure/DiabetesPyramid/$evaluate-measure?" + YEAR);

        assertThat(report.getType()).isEqualTo(MeasureReportType.SUMMARY);
        assertThat(report.hasSubject()).isFalse();
        assertThat(count(report)).isEqualTo(886);
    }

    @Test
    void anotherTerritorysPopulationIsEmpty() {
        assertThat(count(
                        report("Measure/DiabetesPyramid/$evaluate-measure?subject=Group/haute-saone-diabetes&" + YEAR)))
                .isZero();
    }

    @Test
    void countsOneResident() {
        var report = report("Measure/DiabetesPyramid/$evaluate-measure?subject=" + RESIDENT + "&" + YEAR);

        assertThat(report.getType()).isEqualTo(MeasureReportType.INDIVIDUAL);
        assertThat(report.getSubject().getReference()).isEqualTo(RESIDENT);
        assertThat(count(report)).isEqualTo(1);
        assertThat(report.getEvaluatedResource()).isNotEmpty();
    }

    @Test
    void listsTheResidentsOfAStratum() {
        var report =
                report("Measure/DiabetesPyramid/$evaluate-measure?reportType=subject-list&" + TERRITORY + "&" + YEAR);

        var stratum4 = report.getGroupFirstRep().getStratifierFirstRep().getStratum().stream()
                .filter(stratum -> "4".equals(stratum.getValue().getText()))
                .findFirst()
                .orElseThrow();
        var listId = stratum4.getPopulationFirstRep()
                .getSubjectResults()
                .getReference()
                .substring(1);
        assertThat(lists(report)
                        .filter(list -> list.getIdPart().equals(listId))
                        .findFirst()
                        .orElseThrow()
                        .getEntry())
                .hasSize(18);
    }

    @Test
    void scoresAFollowUpItem() {
        var report = report("Measure/DiabetesHbA1cFollowUp/$evaluate-measure?" + TERRITORY + "&" + YEAR);

        var score = report.getGroupFirstRep().getMeasureScore().getValue().doubleValue();
        assertThat(count(report)).isEqualTo(783 + 34 + 30 + 21 + 18);
        assertThat(report.getGroupFirstRep().getPopulation().get(1).getCount()).isEqualTo(34 + 30 + 21 + 18);
        assertThat(score).isBetween(0.5, 0.9);
    }

    @Test
    void evaluatesSeveralMeasuresOfOnePopulation() {
        var answer = fhir.get("Measure/$evaluate?measureId=DiabetesPyramid&measureId=DiabetesHbA1cFollowUp&" + TERRITORY
                        + "&" + YEAR)
                .hasStatus(200)
                .as(Parameters.class);

        assertThat(((Bundle) answer.getParameter("return").getResource()).getEntry())
                .extracting(entry -> count((MeasureReport) entry.getResource()))
                .containsExactly(886, 886);
        fhir.get("Measure/$evaluate?" + YEAR).isRefusal(400, IssueType.REQUIRED, "measureId");
    }

    @Test
    void aPostWithParametersIsTheSameRequest() {
        var reply = fhir.post("Measure/DiabetesPyramid/$evaluate-measure", """
                {"resourceType":"Parameters","parameter":[
                  {"name":"subject","valueString":"Group/aube-et-sezannais-diabetes"},
                  {"name":"periodStart","valueDate":"2025-01-01"},
                  {"name":"periodEnd","valueDate":"2025-12-31"}]}""");

        assertThat(count(reply.hasStatus(200).as(MeasureReport.class))).isEqualTo(886);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    periodEnd=2025-12-31                        | periodStart
                    periodStart=2025-01-01                      | periodEnd
                    periodStart=2025-01-01&periodEnd=tomorrow   | periodEnd
                    periodStart=2025-12-31&periodEnd=2025-01-01 | periodEnd
                    """)
    void refusesABadPeriodByTheParameterAtFault(String period, String parameter) {
        fhir.get("Measure/DiabetesPyramid/$evaluate-measure?" + period).isRefusal(400, IssueType.VALUE, parameter);
    }

    @Test
    void refusesWhatIsNotThere() {
        fhir.get("Measure/Absent/$evaluate-measure?" + YEAR).isRefusal(404, IssueType.NOTFOUND, "Measure/Absent");
        fhir.get("Measure/$evaluate-measure?measure=https://example.org/Absent&" + YEAR)
                .isRefusal(404, IssueType.NOTFOUND, "https://example.org/Absent");
        fhir.get("Measure/DiabetesPyramid/$evaluate-measure?subject=Group/absent&" + YEAR)
                .isRefusal(404, IssueType.NOTFOUND, "Group/absent");
        fhir.get("Measure/DiabetesPyramid/$evaluate-measure?subject=Patient/absent&" + YEAR)
                .isRefusal(404, IssueType.NOTFOUND, "Patient/absent");
    }

    @Test
    void refusesAnUnknownReportTypeOrSubject() {
        fhir.get("Measure/DiabetesPyramid/$evaluate-measure?reportType=weekly&" + YEAR)
                .isRefusal(400, IssueType.CODEINVALID, "subject-list");
        fhir.get("Measure/DiabetesPyramid/$evaluate-measure?reportType=subject&" + YEAR)
                .isRefusal(400, IssueType.INVALID, "subject=Patient/<id>");
        fhir.get("Measure/DiabetesPyramid/$evaluate-measure?subject=Device/1&" + YEAR)
                .isRefusal(400, IssueType.VALUE, "Patient/<id>");
    }

    @Test
    void aProgrammeWithoutContentIsAnErrorAndNotZero() {
        fhir.put("Group/asthma", """
                        {"resourceType":"Group","id":"asthma","type":"person","actual":false,"characteristic":[
                          {"code":{"coding":[{"system":"https://respop.org/fhir/CodeSystem/respop-group-characteristic",
                            "code":"territory"}]},
                           "valueReference":{"reference":"Organization/aube-et-sezannais"},"exclude":false},
                          {"code":{"coding":[{"system":"https://respop.org/fhir/CodeSystem/respop-group-characteristic",
                            "code":"programme"}]},
                           "valueCodeableConcept":{"coding":[{
                             "system":"https://respop.org/fhir/CodeSystem/respop-programme","code":"asthma"}]},
                           "exclude":false}]}""").isStored();

        fhir.get("Measure/DiabetesPyramid/$evaluate-measure?subject=Group/asthma&" + YEAR)
                .isRefusal(422, IssueType.NOTSUPPORTED, "respop-programme");
    }

    @Test
    void aMeasureWhoseLibraryDoesNotCompileIsAnErrorAndNotZero() {
        CohortMeasure.store(fhir, "Broken", "define \"Everybody\": Nonsense");

        fhir.get("Measure/Broken/$evaluate-measure?" + YEAR).isRefusal(422, IssueType.INVALID, "Broken");
    }

    @Test
    void aChangedLibraryIsEvaluatedAsItNowIs() {
        CohortMeasure.store(fhir, "Changing", "define \"Everybody\": true");
        assertThat(count(report("Measure/Changing/$evaluate-measure?" + YEAR))).isEqualTo(3159);

        CohortMeasure.store(fhir, "Changing", "define \"Everybody\": false");
        assertThat(count(report("Measure/Changing/$evaluate-measure?" + YEAR))).isZero();
    }

    private MeasureReport report(String request) {
        var report = reply(request).as(MeasureReport.class);
        assertThat(report.getStatus()).isEqualTo(MeasureReportStatus.COMPLETE);
        return report;
    }

    private FhirReply reply(String request) {
        return fhir.get(request).hasStatus(200);
    }

    private static int count(MeasureReport report) {
        return report.getGroupFirstRep().getPopulationFirstRep().getCount();
    }

    private static Stream<ListResource> lists(MeasureReport report) {
        return report.getContained().stream()
                .filter(ListResource.class::isInstance)
                .map(ListResource.class::cast);
    }
}
