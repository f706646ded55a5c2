package fr.respop.server.reasoning;

import static org.assertj.core.api.Assertions.assertThat;

import fr.respop.server.DemonstrationTest;
import fr.respop.server.FhirHttp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CarePlan.CarePlanActivityComponent;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.RequestGroup;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@DemonstrationTest
class ApplyIT {

    private static final String SUBJECT = "subject=Patient/aube-et-sezannais-000187";
    private static final String YEAR = "periodStart=2025-01-01&periodEnd=2025-12-31";

    private final FhirHttp fhir;

    @Autowired
    ApplyIT(FhirHttp fhir) {
        this.fhir = fhir;
    }

    @ParameterizedTest
    @CsvSource({"0, 000001", "1, 001462", "2, 000712", "3, 000187", "4, 000012"})
    void everyStratumHasADatedPlan(int stratum, String resident) {
        var plan = plan("PlanDefinition/DiabetesStrategyStratum" + stratum
                + "/$apply?subject=Patient/aube-et-sezannais-" + resident + "&" + YEAR);

        assertThat(plan.getSubject().getReference()).isEqualTo("Patient/aube-et-sezannais-" + resident);
        assertThat(acts(plan)).isNotEmpty().allSatisfy(activity -> {
            assertThat(activity.getDetail().getScheduledPeriod().getEnd()).isNotNull();
            assertThat(activity.getDetail().getCode().getText()).isNotBlank();
            assertThat(activity.getDetail().getInstantiatesCanonical()).isNotEmpty();
        });
    }

    @Test
    void listsTheActsThatTheLogigrammeLedTo() {
        var plan = plan("PlanDefinition/DiabetesStrategyStratum3/$apply?" + SUBJECT + "&" + YEAR);

        assertThat(acts(plan)).hasSameSizeAs(requests(plan)).isNotEmpty();
        assertThat(requests(plan))
                .allSatisfy(request ->
                        assertThat(request.hasOccurrenceDateTimeType()).isTrue());
    }

    @ParameterizedTest
    @CsvSource({"0, 000001", "1, 001462", "2, 000712", "3, 000187", "4, 000012"})
    void thePathwayLeadsToTheStrategyOfTheStratum(int stratum, String resident) {
        var subject = "/$apply?subject=Patient/aube-et-sezannais-" + resident + "&" + YEAR;

        var byPathway = plan("PlanDefinition/DiabetesPathway" + subject);
        var byStrategy = plan("PlanDefinition/DiabetesStrategyStratum" + stratum + subject);

        assertThat(byPathway.getContained())
                .filteredOn(RequestGroup.class::isInstance)
                .extracting(group ->
                        ((RequestGroup) group).getInstantiatesCanonical().get(0).getValue())
                .contains("https://respop.org/fhir/PlanDefinition/DiabetesStrategyStratum" + stratum + "|0.1.0");
        assertThat(acts(byPathway))
                .usingElementComparator((one, other) -> one.equalsDeep(other) ? 0 : 1)
                .containsExactlyElementsOf(acts(byStrategy));
    }

    @Test
    void aTerritoryFollowsItsOwnVariantOfThePathway() {
        var plan = plan("PlanDefinition/AubeEtSezannaisDiabetesPathway/$apply?subject=Patient/aube-et-sezannais-000012&"
                + YEAR);

        assertThat(items(plan))
                .containsExactly(
                        "smbg",
                        "weight",
                        "bp",
                        "foot-self",
                        "hba1c",
                        "cv-risk",
                        "complications",
                        "ecg",
                        "lab-panel",
                        "monofilament",
                        "fundus",
                        "vaccination");
        assertThat(act(plan, "weight").getDetail().getDescription())
                .isEqualTo("1 fois par mois, à chaque consultation · Once a month, at each consultation");
    }

    @Test
    void thePathwayTellsThatItLeadsNowhere() {
        var plan = plan("PlanDefinition/DiabetesPathway/$apply?subject=Patient/aube-et-sezannais-000002&" + YEAR);

        assertThat(acts(plan)).isEmpty();
        assertThat(plan.getNoteFirstRep().getText()).contains("Aucun acte", "No act");
    }

    @Test
    void anActTellsItsFrequencyItsReasonAndTheLastTimeItWasDone() {
        var plan = plan("PlanDefinition/DiabetesPathway/$apply?" + SUBJECT + "&" + YEAR);

        var hba1c = act(plan, "hba1c");
        assertThat(hba1c.getDetail().getDescription()).isEqualTo("Tous les 3 mois · Every 3 months");
        assertThat(hba1c.getDetail().getReasonCodeFirstRep().getCodingFirstRep())
                .satisfies(reason -> {
                    assertThat(reason.getSystem())
                            .isEqualTo("https://respop.org/fhir/CodeSystem/respop-follow-up-reason");
                    assertThat(reason.getCode()).isEqualTo("complicated");
                });
        assertThat(hba1c.getDetail().getReasonCodeFirstRep().getText()).contains(" · ");
        assertThat(hba1c.getOutcomeReference())
                .extracting(Reference::getReference)
                .allSatisfy(reference -> assertThat(reference).startsWith("Observation/aube-et-sezannais-000187"))
                .isNotEmpty();
    }

    @Test
    void aRefusedActIsNotPlanned() {
        fhir.put("Patient/apply-refusal", """
                {"resourceType":"Patient","id":"apply-refusal","gender":"female","birthDate":"1960-01-01"}""").isStored();
        fhir.put("Condition/apply-refusal", """
                {"resourceType":"Condition","id":"apply-refusal","subject":{"reference":"Patient/apply-refusal"},"recordedDate":"2020-01-01",
                 "verificationStatus":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/condition-ver-status","code":"confirmed"}]},
                 "code":{"coding":[{"system":"https://smt.esante.gouv.fr/terminologie-cim-10","code":"E11.98"}]}}""").isStored();
        fhir.put("ServiceRequest/apply-refusal", """
                {"resourceType":"ServiceRequest","id":"apply-refusal","status":"revoked","intent":"order","authoredOn":"2025-10-01",
                 "subject":{"reference":"Patient/apply-refusal"},
                 "code":{"coding":[{"system":"https://respop.org/fhir/CodeSystem/respop-follow-up-item","code":"ecg"}]}}""").isStored();
        try {
            var plan = plan("PlanDefinition/DiabetesPathway/$apply?subject=Patient/apply-refusal&" + YEAR);

            assertThat(items(plan)).contains("hba1c", "fundus").doesNotContain("ecg");
        } finally {
            List.of("ServiceRequest", "Condition", "Patient")
                    .forEach(type -> fhir.delete(type + "/apply-refusal").hasStatus(200));
        }
    }

    @Test
    void takesTheCanonicalAtTypeLevel() {
        var byId = plan("PlanDefinition/DiabetesStrategyStratum3/$apply?" + SUBJECT + "&" + YEAR);
        var byCanonical = plan(
                "PlanDefinition/$apply?canonical=https://respop.org/fhir/PlanDefinition/DiabetesStrategyStratum3|0.1.0&"
                        + SUBJECT + "&" + YEAR);

        assertThat(acts(byCanonical)).hasSameSizeAs(acts(byId));
    }

    @Test
    void withoutAPeriodThePlanIsOfToday() {
        var today = LocalDate.now(Clock.system(ZoneId.of("Europe/Paris")));
        var plan = plan("PlanDefinition/DiabetesStrategyStratum3/$apply?" + SUBJECT);
        var asOfToday = plan("PlanDefinition/DiabetesStrategyStratum3/$apply?" + SUBJECT + "&periodStart="
                + today.minusYears(1).plusDays(1) + "&periodEnd=" + today);

        assertThat(plan.equalsDeep(asOfToday)).isTrue();
    }

    @Test
    void refusesWhatCannotBeApplied() {
        fhir.get("PlanDefinition/DiabetesStrategyStratum3/$apply?" + YEAR)
                .isRefusal(400, IssueType.VALUE, "subject=Patient/<id>");
        fhir.get("PlanDefinition/$apply?" + SUBJECT).isRefusal(400, IssueType.REQUIRED, "canonical");
        fhir.get("PlanDefinition/DiabetesStrategyStratum3/$apply?subject=Patient/absent&" + YEAR)
                .isRefusal(404, IssueType.NOTFOUND, "Patient/absent");
        fhir.get("PlanDefinition/Absent/$apply?" + SUBJECT).isRefusal(404, IssueType.NOTFOUND, "PlanDefinition/Absent");
    }

    @Test
    void answersAsFhirR5DoesToo() {
        var answer = fhir.get("PlanDefinition/DiabetesStrategyStratum3/$r5.apply?" + SUBJECT + "&" + YEAR)
                .hasStatus(200)
                .as(Parameters.class);

        var requests = ((Bundle) answer.getParameter("return").getResource())
                .getEntry().stream()
                        .map(Bundle.BundleEntryComponent::getResource)
                        .filter(ServiceRequest.class::isInstance)
                        .map(ServiceRequest.class::cast)
                        .toList();
        assertThat(requests)
                .isNotEmpty()
                .allSatisfy(request ->
                        assertThat(request.hasOccurrenceDateTimeType()).isTrue());
    }

    @Test
    void aChangedDefinitionIsAppliedAtOnce() {
        fhir.put("PlanDefinition/changing", """
                        {"resourceType":"PlanDefinition","id":"changing","url":"https://example.org/PlanDefinition/changing","status":"active",
                         "library":["https://respop.org/fhir/Library/DiabetesFollowUp|0.1.0"],
                         "action":[{"definitionCanonical":"https://example.org/ActivityDefinition/changing-act"}]}""").isStored();
        for (var item : List.of("ecg", "fundus")) {
            fhir.put("ActivityDefinition/changing-act", """
                        {"resourceType":"ActivityDefinition","id":"changing-act","url":"https://example.org/ActivityDefinition/changing-act",
                         "status":"active","kind":"ServiceRequest",
                         "code":{"coding":[{"system":"https://respop.org/fhir/CodeSystem/respop-follow-up-item","code":"%s"}]}}""".formatted(item)).isStored();

            assertThat(items(plan("PlanDefinition/changing/$apply?" + SUBJECT + "&" + YEAR)))
                    .containsExactly(item);
        }
    }

    @Test
    void aChangedPlanIsAppliedAtOnceAndADeletedOneNoMore() {
        for (var frequency : List.of("Every month", "Every year")) {
            fhir.put("PlanDefinition/changing-plan", """
                        {"resourceType":"PlanDefinition","id":"changing-plan","url":"https://example.org/PlanDefinition/changing-plan",
                         "status":"active","action":[{"description":"%s",
                          "definitionCanonical":"https://respop.org/fhir/ActivityDefinition/DiabetesEcgActivity|0.1.0"}]}""".formatted(frequency)).isStored();

            var plan = plan("PlanDefinition/changing-plan/$apply?" + SUBJECT + "&" + YEAR);

            assertThat(plan.getContained())
                    .filteredOn(RequestGroup.class::isInstance)
                    .flatExtracting(group -> ((RequestGroup) group).getAction())
                    .extracting(RequestGroup.RequestGroupActionComponent::getDescription)
                    .containsExactly(frequency);
        }
        fhir.delete("PlanDefinition/changing-plan").hasStatus(200);
        fhir.get("PlanDefinition/changing-plan/$apply?" + SUBJECT + "&" + YEAR).hasStatus(410);
    }

    @Test
    void refusesDefinitionsOfOneIdWhoseRequestsAPlanCouldNotTellApart() {
        fhir.put("PlanDefinition/twin", """
                        {"resourceType":"PlanDefinition","id":"twin","url":"https://example.org/PlanDefinition/twin","status":"active",
                         "action":[{"definitionCanonical":"https://example.org/ActivityDefinition/twin"}]}""").isStored();
        fhir.put("ActivityDefinition/twin", """
                        {"resourceType":"ActivityDefinition","id":"twin","url":"https://example.org/ActivityDefinition/twin",
                         "status":"active","kind":"ServiceRequest","code":{"text":"Act"}}""").isStored();

        fhir.get("PlanDefinition/twin/$apply?" + SUBJECT + "&" + YEAR)
                .isRefusal(422, IssueType.BUSINESSRULE, "another id");
    }

    @Test
    void halfAPlanIsNoPlan() {
        fhir.put("PlanDefinition/half", """
                        {"resourceType":"PlanDefinition","id":"half","url":"https://example.org/PlanDefinition/half","status":"active",
                         "library":["https://respop.org/fhir/Library/DiabetesFollowUp|0.1.0"],
                         "action":[{"title":"Act","condition":[{"kind":"applicability",
                           "expression":{"language":"text/cql-identifier","expression":"No Such Expression"}}]}]}""").isStored();

        fhir.get("PlanDefinition/half/$apply?" + SUBJECT + "&" + YEAR)
                .isRefusal(422, IssueType.PROCESSING, "No Such Expression");
    }

    private CarePlan plan(String request) {
        return fhir.get(request).hasStatus(200).as(CarePlan.class);
    }

    private static List<CarePlanActivityComponent> acts(CarePlan plan) {
        return plan.getActivity().stream()
                .filter(CarePlanActivityComponent::hasDetail)
                .toList();
    }

    private static List<String> items(CarePlan plan) {
        return acts(plan).stream().map(ApplyIT::item).toList();
    }

    private static CarePlanActivityComponent act(CarePlan plan, String item) {
        return acts(plan).stream()
                .filter(act -> item(act).equals(item))
                .findFirst()
                .orElseThrow();
    }

    private static String item(CarePlanActivityComponent act) {
        return act.getDetail().getCode().getCodingFirstRep().getCode();
    }

    private static List<ServiceRequest> requests(CarePlan plan) {
        return plan.getContained().stream()
                .filter(ServiceRequest.class::isInstance)
                .map(ServiceRequest.class::cast)
                .toList();
    }
}
