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

        assertThat(acts(plan)).hasSameSizeAs(requests(plan)).hasSize(7);
        assertThat(requests(plan))
                .allSatisfy(request ->
                        assertThat(request.hasOccurrenceDateTimeType()).isTrue());
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
                .hasSize(7)
                .allSatisfy(request ->
                        assertThat(request.hasOccurrenceDateTimeType()).isTrue());
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

    private static List<ServiceRequest> requests(CarePlan plan) {
        return plan.getContained().stream()
                .filter(ServiceRequest.class::isInstance)
                .map(ServiceRequest.class::cast)
                .toList();
    }
}
