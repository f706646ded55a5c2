package fr.respop.server.caregaps;

import static org.assertj.core.api.Assertions.assertThat;

import fr.respop.server.DemonstrationTest;
import fr.respop.server.FhirHttp;
import fr.respop.server.ResidentLists;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DetectedIssue;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@DemonstrationTest
class CareGapsOfManyIT {

    private static final String YEAR = "periodStart=2025-01-01&periodEnd=2025-12-31&";
    private static final String GAPS = "Measure/$care-gaps?" + YEAR;
    private static final String TERRITORY = "subject=Group/aube-et-sezannais-diabetes";

    private final FhirHttp fhir;
    private final ResidentLists lists;

    @Autowired
    CareGapsOfManyIT(FhirHttp fhir) {
        this.fhir = fhir;
        this.lists = new ResidentLists(fhir);
    }

    @BeforeEach
    void storeThePractitioners() {
        lists.stored("Practitioner/gaps-a", "");
        lists.stored("PractitionerRole/gaps-a-here", "\"practitioner\":{\"reference\":\"Practitioner/gaps-a\"},");
        lists.stored("Organization/gaps-practice", "\"name\":\"Maison de santé fictive\",");
    }

    @AfterEach
    void leaveTheResidentsAsTheyWere() {
        lists.restore();
        fhir.delete("Group?_id=gaps").hasStatus(200);
    }

    @Test
    void eachMemberOfAGroupHasTheDocumentTheyHaveAlone() {
        var residents = lists.members(3);
        lists.group("gaps", List.of(residents.get(2), residents.get(0), residents.get(1)));

        var together = documents("subject=Group/gaps");

        assertThat(together).extracting(CareGapsOfManyIT::resident).isEqualTo(residents);
        for (int i = 0; i < residents.size(); i++) {
            var alone = documents("subject=" + residents.get(i)).get(0);
            assertThat(withoutReportDates(together.get(i)).equalsDeep(withoutReportDates(alone)))
                    .isTrue();
        }
    }

    @Test
    void everyMemberOfTheTargetPopulationHasADocumentOfTheMeasureAndNobodyElse() {
        var measure = "measureId=DiabetesHbA1cFollowUp&";
        var documents = documents(measure + TERRITORY);

        assertThat(documents).extracting(CareGapsOfManyIT::resident).isEqualTo(lists.members());
        var open = documents(measure + "status=open-gap&" + TERRITORY);
        assertThat(open)
                .hasSizeBetween(1, documents.size() - 1)
                .allSatisfy(document -> assertThat(issues(document))
                        .extracting(CareGapsOfManyIT::status)
                        .containsExactly("open-gap"));
        var report = fhir.get("Measure/DiabetesHbA1cFollowUp/$evaluate-measure?" + YEAR + TERRITORY)
                .hasStatus(200)
                .as(MeasureReport.class);
        assertThat(open).hasSize(population(report, "denominator") - population(report, "numerator"));
    }

    @Test
    void residentsOfAPractitionerOfARoleAndOfAnOrganization() {
        var residents = lists.members(3);
        lists.setGeneralPractitioners(residents.get(0), "Practitioner/gaps-a", "Organization/gaps-practice");
        lists.setGeneralPractitioners(residents.get(1), "PractitionerRole/gaps-a-here");
        lists.setGeneralPractitioners(residents.get(2), "Organization/gaps-practice");
        var ofA = residents.subList(0, 2);
        var ofThePractice = List.of(residents.get(0), residents.get(2));

        assertThat(residents("subject=Practitioner/gaps-a")).isEqualTo(ofA);
        assertThat(residents("practitioner=Practitioner/gaps-a")).isEqualTo(ofA);
        assertThat(residents("subject=PractitionerRole/gaps-a-here")).containsExactly(residents.get(1));
        assertThat(residents("subject=Organization/gaps-practice")).isEqualTo(ofThePractice);
        assertThat(residents("organization=Organization/gaps-practice")).isEqualTo(ofThePractice);
        assertThat(residents("practitioner=gaps-a&organization=gaps-practice")).containsExactly(residents.get(0));
        assertThat(residents(TERRITORY + "&practitioner=gaps-a")).isEqualTo(ofA);
        assertThat(residents("subject=Group/haute-saone-diabetes&practitioner=gaps-a"))
                .isEmpty();
    }

    @Test
    void aResidentInNoPopulationHasNoDocumentAmongMany() {
        lists.stored("Patient/gaps-unconcerned", "\"gender\":\"male\",\"birthDate\":\"2000-01-01\",");
        lists.group("gaps", List.of("Patient/gaps-unconcerned"));
        try {
            assertThat(documents("subject=Group/gaps")).isEmpty();
            assertThat(documents("measureId=DiabetesHbA1cFollowUp&subject=Group/gaps"))
                    .isEmpty();
            assertThat(documents("subject=Patient/gaps-unconcerned")).hasSize(1);
        } finally {
            fhir.delete("Group/gaps").hasStatus(200);
            fhir.delete("Patient/gaps-unconcerned").hasStatus(200);
        }
    }

    @Test
    void aResidentWhoCannotBeEvaluatedCostsNobodyElseTheirDocument() {
        storeMeasures();
        lists.stored("Patient/gaps-a", "");
        lists.stored("Patient/gaps-b", "");
        storeEncounter("gaps-b-1");
        storeEncounter("gaps-b-2");
        lists.group("gaps", List.of("Patient/gaps-a", "Patient/gaps-b"));
        var once = "measureId=GapsOfOnceSeen&";
        try {
            var answer = answer(once + "subject=Group/gaps");

            assertThat(documents(answer)).extracting(CareGapsOfManyIT::resident).containsExactly("Patient/gaps-a");
            var errors = (OperationOutcome) answer.getParameter("errors").getResource();
            assertThat(errors.getIssue()).singleElement().satisfies(issue -> {
                assertThat(issue.getDetails().getText()).contains("Patient/gaps-b");
                assertThat(issue.getDiagnostics()).isNotBlank();
            });
            fhir.get(GAPS + once + "subject=Patient/gaps-b").isRefusal(422, IssueType.PROCESSING, "Patient/gaps-b");
        } finally {
            List.of("Group/gaps", "Encounter/gaps-b-1", "Encounter/gaps-b-2", "Patient/gaps-a", "Patient/gaps-b")
                    .forEach(reference -> fhir.delete(reference).hasStatus(200));
        }
    }

    @Test
    void moreResidentsThanAnAnswerHoldsAreRefusedWithTheCure() {
        storeMeasures();

        fhir.get(GAPS + "measureId=GapsOfEverybody&subject=Organization/aube-et-sezannais")
                .isRefusal(422, IssueType.TOOCOSTLY, "1000 residents", "one practitioner", "$evaluate");
    }

    @Test
    void anEmptyGroupHasNoDocument() {
        lists.group("gaps", List.of());

        assertThat(documents("subject=Group/gaps")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    subject=Group/absent                      | 404 | not-found     | Group/absent
                    subject=Practitioner/absent               | 404 | not-found     | Practitioner/absent
                    organization=absent                       | 404 | not-found     | Organization/absent
                    practitioner=absent                       | 404 | not-found     | Practitioner/absent
                    subject=Device/1                          | 400 | value         | Organization/<id>
                    organization=Practitioner/gaps-a          | 400 | value         | Organization/<id>
                    status=open-gap                           | 400 | value         | subject=Patient/<id>
                    subject=Patient/aube-et-sezannais-000187&organization=gaps-practice | 422 | not-supported | leave out
                    """)
    void refusesWhomItCannotFind(String parameters, int status, String code, String part) {
        fhir.get(GAPS + parameters).isRefusal(status, IssueType.fromCode(code), part);
    }

    /** Two measures that are not asked of anybody unless by name: they are drafts. */
    private void storeMeasures() {
        ForeignGapMeasure.store(fhir, "GapsOfEverybody", "'open-gap'");
        ForeignGapMeasure.store(
                fhir, "GapsOfOnceSeen", "if singleton from ([Encounter]) is null then 'open-gap' else 'closed-gap'");
    }

    private void storeEncounter(String id) {
        lists.stored("Encounter/" + id, """
                "status":"finished","class":{"system":"http://terminology.hl7.org/CodeSystem/v3-ActCode","code":"AMB"},
                "subject":{"reference":"Patient/gaps-b"},""");
    }

    private List<String> residents(String parameters) {
        return documents(parameters).stream().map(CareGapsOfManyIT::resident).toList();
    }

    private List<Bundle> documents(String parameters) {
        return documents(answer(parameters));
    }

    private Parameters answer(String parameters) {
        return fhir.get(GAPS + parameters).hasStatus(200).as(Parameters.class);
    }

    private static List<Bundle> documents(Parameters answer) {
        return answer.getParameter().stream()
                .filter(parameter -> parameter.getName().equals("return"))
                .map(parameter -> (Bundle) parameter.getResource())
                .toList();
    }

    private static Bundle withoutReportDates(Bundle document) {
        all(document, MeasureReport.class).forEach(report -> report.setDate(null));
        return document;
    }

    private static String resident(Bundle document) {
        return "Patient/"
                + all(document, Patient.class)
                        .findFirst()
                        .orElseThrow()
                        .getIdElement()
                        .getIdPart();
    }

    private static List<DetectedIssue> issues(Bundle document) {
        return all(document, DetectedIssue.class).toList();
    }

    private static <T extends Resource> Stream<T> all(Bundle document, Class<T> type) {
        return document.getEntry().stream()
                .map(Bundle.BundleEntryComponent::getResource)
                .filter(type::isInstance)
                .map(type::cast);
    }

    private static String status(DetectedIssue issue) {
        return ((CodeableConcept) issue.getModifierExtension().get(0).getValue())
                .getCodingFirstRep()
                .getCode();
    }

    private static int population(MeasureReport report, String id) {
        return report.getGroupFirstRep().getPopulation().stream()
                .filter(population -> population.getId().equals(id))
                .findFirst()
                .orElseThrow()
                .getCount();
    }
}
