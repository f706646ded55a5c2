package fr.respop.server.inclusion;

import static org.assertj.core.api.Assertions.assertThat;

import fr.respop.server.FhirHttp;
import fr.respop.server.ServerTest;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.hl7.fhir.r4.model.Address;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CarePlan.CarePlanIntent;
import org.hl7.fhir.r4.model.CarePlan.CarePlanStatus;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Communication.CommunicationStatus;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentState;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.EpisodeOfCare;
import org.hl7.fhir.r4.model.EpisodeOfCare.EpisodeOfCareStatus;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** From a confirmed stratum to an included resident. */
@ServerTest
class IncludeIT {

    private final FhirHttp fhir;

    @Autowired
    IncludeIT(FhirHttp fhir) {
        this.fhir = fhir;
        fhir.put(
                        "Organization/including-team",
                        "{\"resourceType\":\"Organization\",\"id\":\"including-team\",\"name\":\"Maison de santé\"}")
                .isStored();
    }

    @Test
    void everythingOfAnInclusionIsStored() {
        var inclusion = new Inclusion(fhir).confirmed();

        var answer = inclusion
                .include("&consentDate=2026-11-02&team=Organization/including-team")
                .hasStatus(200)
                .as(Bundle.class);

        var episode = inclusion.episode();
        assertThat(episode.getStatus()).isEqualTo(EpisodeOfCareStatus.ACTIVE);
        assertThat(episode.getCareManager().getReference()).isEqualTo("Practitioner/stratifying-gp");
        assertThat(((Coding) episode.getExtensionByUrl(Inclusions.CHANNEL).getValue()).getCode())
                .isEqualTo("gp");
        var consent = inclusion.only(Consent.class);
        assertThat(consent.getStatus()).isEqualTo(ConsentState.ACTIVE);
        assertThat(consent.getDateTimeElement().getValueAsString()).isEqualTo("2026-11-02");
        assertThat(((Reference) episode.getExtensionByUrl(Inclusions.CONSENT).getValue()).getReference())
                .isEqualTo("Consent/" + Inclusion.idOf(consent));
        assertThat(inclusion.only(CareTeam.class).getParticipant())
                .extracting(participant -> participant.getMember().getReference())
                .containsExactly("Practitioner/stratifying-gp", "Organization/including-team");
        assertThat(inclusion.provenances())
                .singleElement()
                .satisfies(provenance -> assertThat(provenance.getTarget())
                        .hasSize(answer.getEntry().size() - 1));
        assertThat(answer.getEntry())
                .extracting(entry -> entry.getResource().fhirType())
                .containsOnly(Inclusion.TYPES.toArray(String[]::new));
        assertThat(answer.getEntry())
                .flatExtracting(entry -> errorsIn(entry.getResource()))
                .isEmpty();
    }

    private List<String> errorsIn(Resource resource) {
        return fhir.post(resource.fhirType() + "/$validate", resource).as(OperationOutcome.class).getIssue().stream()
                .filter(issue -> issue.getSeverity() == OperationOutcome.IssueSeverity.ERROR)
                .map(issue -> issue.getExpression() + ": " + issue.getDiagnostics())
                .toList();
    }

    @Test
    void thePlanIsThatOfTheConfirmedStratum() {
        var inclusion = new Inclusion(fhir);
        inclusion
                .resident()
                .confirm(
                        inclusion.resident().awaitProposal("diabetes-1"),
                        "practitioner=Practitioner/stratifying-gp&decision=correct&stratum=diabetes-3&reason=Neuropathy");
        inclusion.included();

        var plan = inclusion.only(CarePlan.class);

        assertThat(plan.getStatus()).isEqualTo(CarePlanStatus.ACTIVE);
        assertThat(plan.getIntent()).isEqualTo(CarePlanIntent.PLAN);
        assertThat(plan.getTitle()).contains("strate 3").contains("stratum 3");
        assertThat(plan.getInstantiatesCanonical())
                .extracting(canonical -> canonical.getValue())
                .containsExactly("https://respop.org/fhir/PlanDefinition/DiabetesStrategyStratum3|0.1.0");
        assertThat(PlannedAct.of(plan)).extracting(act -> act.item().getCode()).contains("hba1c", "fundus");
    }

    @Test
    void theParticipantsAndTheResidentAreTold() {
        var inclusion = new Inclusion(fhir).confirmed();
        inclusion
                .include("&consentDate=2026-11-02&team=Organization/including-team")
                .hasStatus(200);

        var messages = inclusion.stored(Communication.class);
        assertThat(messages)
                .allSatisfy(message -> assertThat(message.getStatus()).isEqualTo(CommunicationStatus.INPROGRESS))
                .extracting(message -> message.getRecipientFirstRep().getReference())
                .containsExactlyInAnyOrder(
                        "Practitioner/stratifying-gp",
                        "Organization/including-team",
                        "Patient/" + inclusion.patientId());
        assertThat(messages)
                .filteredOn(
                        message -> message.getRecipientFirstRep().getReference().startsWith("Practitioner"))
                .singleElement()
                .satisfies(message -> assertThat(message.getPayloadFirstRep()
                                .getContentStringType()
                                .getValue())
                        .contains("Diabète, strate 1 : stable", "Fond d’œil dès que possible"));
        assertThat(Inclusion.textOf(inclusion.only(DocumentReference.class)))
                .contains("Votre équipe", "Maison de santé", "2 novembre 2026", "retirer votre accord");
    }

    @Test
    void theIncludedResidentsOfATerritoryAreAPopulation() {
        territory("included-territory", "98799");
        fhir.put("Group/included-diabetes", """
                {"resourceType": "Group", "id": "included-diabetes", "active": true, "type": "person", "actual": false,
                 "name": "Inclus",
                 "meta": {"profile": ["https://respop.org/fhir/StructureDefinition/respop-included-population"]},
                 "characteristic": [
                   {"code": {"coding": [{"system": "https://respop.org/fhir/CodeSystem/respop-group-characteristic",
                     "code": "territory"}]}, "exclude": false,
                    "valueReference": {"reference": "Organization/included-territory"}},
                   {"code": {"coding": [{"system": "https://respop.org/fhir/CodeSystem/respop-group-characteristic",
                     "code": "programme"}]}, "exclude": false,
                    "valueCodeableConcept": {"coding": [{
                      "system": "https://respop.org/fhir/CodeSystem/respop-programme", "code": "diabetes"}]}},
                   {"code": {"coding": [{"system": "https://respop.org/fhir/CodeSystem/respop-group-characteristic",
                     "code": "included"}]}, "exclude": false, "valueBoolean": true}]}""").isStored();
        var included = living("98799");
        var proposed = living("98799");
        var elsewhere = living("98798");
        included.included();
        elsewhere.included();

        assertThat(countOf("included-diabetes")).isEqualTo(1);

        proposed.included();
        assertThat(countOf("included-diabetes")).isEqualTo(2);
        included.call("$withdraw?programme=diabetes").hasStatus(200);
        assertThat(countOf("included-diabetes")).isEqualTo(1);
    }

    @Test
    void howFarTheProgrammeHasComeIsMeasured() {
        territory("deployment-territory", "98797");
        living("98797").included();
        living("98797");
        var proposed = living("98797", new Inclusion(fhir));
        proposed.resident().awaitProposal("diabetes-1");

        var report = fhir.get("Measure/DiabetesDeployment/$evaluate-measure?subject=Organization/deployment-territory"
                        + "&periodStart=2026-01-01&periodEnd=2026-12-31")
                .hasStatus(200)
                .as(MeasureReport.class);

        assertThat(report.getGroupFirstRep().getStratifier().get(0).getStratum())
                .extracting(step -> step.getValue().getText() + " "
                        + step.getPopulationFirstRep().getCount())
                .containsExactlyInAnyOrder("included 1", "confirmed 1", "proposed 1");
    }

    private void territory(String id, String postalCode) {
        fhir.put("Organization/" + id, """
                {"resourceType": "Organization", "id": "%s", "active": true, "name": "Test",
                 "type": [{"coding": [{"system": "https://respop.org/fhir/CodeSystem/respop-organization-type",
                   "code": "territory"}]}],
                 "extension": [{"url": "https://respop.org/fhir/StructureDefinition/respop-postal-code",
                   "valueString": "%s"}]}""".formatted(id, postalCode)).isStored();
    }

    private Inclusion living(String postalCode) {
        return living(postalCode, new Inclusion(fhir)).confirmed();
    }

    private static Inclusion living(String postalCode, Inclusion inclusion) {
        var patient = inclusion.resident().patient();
        patient.addAddress().setUse(Address.AddressUse.HOME).setPostalCode(postalCode);
        inclusion.resident().store(patient);
        return inclusion;
    }

    private int countOf(String group) {
        return fhir.get("Measure/DiabetesPyramid/$evaluate-measure?subject=Group/" + group
                        + "&periodStart=2026-01-01&periodEnd=2026-12-31")
                .hasStatus(200)
                .as(MeasureReport.class)
                .getGroupFirstRep()
                .getPopulationFirstRep()
                .getCount();
    }

    @Test
    void aRefusalListsAllThatIsMissing() {
        var inclusion = new Inclusion(fhir);
        var proposal = inclusion.resident().awaitProposal("diabetes-1");

        var refused = inclusion.call(
                "$include?programme=diabetes&practitioner=Practitioner/stratifying-other&channel=post&team=Organization/none");

        refused.isRefusal(
                422,
                IssueType.BUSINESSRULE,
                "Only a general practitioner",
                "There is no such channel",
                "Nobody is included without consent",
                "There is no Organization/none",
                "RiskAssessment/" + Inclusion.idOf(proposal) + "/$confirm");
        assertNothingIsStored(inclusion);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "practitioner=Practitioner/stratifying-gp&channel=gp&consentDate=2026-11-02; 400; required; Name the programme",
                "programme=diabetes&channel=gp&consentDate=2026-11-02; 400; required; Name who includes",
                "programme=diabetes&practitioner=Patient/1&channel=gp&consentDate=2026-11-02; 400; value; PractitionerRole",
                "programme=diabetes&practitioner=Practitioner/stratifying-gp&consentDate=2026-11-02; 400; required; channel",
                "programme=diabetes&practitioner=Practitioner/stratifying-gp&channel=gp&consentDate=yesterday; 400; ; ",
                "programme=diabetes&practitioner=Practitioner/stratifying-gp&channel=gp&consent=Consent/1&consentDate=2026; 400; invalid; either",
                "programme=diabetes&practitioner=Practitioner/stratifying-gp&channel=gp&consentDate=2026; 400; value; the day",
                "programme=diabetes&practitioner=Practitioner/stratifying-gp&channel=gp&consentDate=2999-01-01; 422; business-rule; none yet",
                "programme=asthma&practitioner=Practitioner/stratifying-gp&channel=gp&consentDate=2026-11-02; 422; code-invalid; no programme",
                "programme=heart-failure&practitioner=Practitioner/stratifying-gp&channel=gp&consentDate=2026-11-02; 422; business-rule; No stratum is confirmed",
                "programme=diabetes&practitioner=Practitioner/stratifying-other&channel=gp&consentDate=2026-11-02; 403; forbidden; Only a general practitioner",
                "programme=diabetes&practitioner=Practitioner/stratifying-gp&channel=gp&consent=Consent/none; 422; business-rule; no active consent",
            })
    void badRequestsAreRefused(String parameters, int status, String code, String text) {
        var inclusion = new Inclusion(fhir).confirmed();

        var refused = inclusion.call("$include?" + parameters).hasStatus(status);

        if (code != null) {
            refused.isRefusal(status, IssueType.fromCode(code), text);
        }
        assertNothingIsStored(inclusion);
    }

    @Test
    void nobodyUnknownIsIncluded() {
        var refused = new Inclusion(fhir)
                .resident()
                .post("Patient/nobody/$include?programme=diabetes&practitioner=Practitioner/stratifying-gp&channel=gp");

        refused.isRefusal(404, IssueType.NOTFOUND, "There is no Patient/nobody");
    }

    @Test
    void nobodyIsIncludedTwice() {
        var inclusion = new Inclusion(fhir).confirmed().included();

        inclusion
                .include("&consentDate=2026-11-02")
                .isRefusal(409, IssueType.DUPLICATE, "EpisodeOfCare/" + Inclusion.idOf(inclusion.episode()));
    }

    @Test
    void ofInclusionsAtOnceOneHolds() {
        var inclusion = new Inclusion(fhir).confirmed();

        var replies = IntStream.range(0, 4)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> inclusion.include("&consentDate=2026-11-02")))
                .toList();

        assertThat(replies).extracting(reply -> reply.join().status()).containsExactlyInAnyOrder(200, 409, 409, 409);
        assertThat(inclusion.episode().getStatus()).isEqualTo(EpisodeOfCareStatus.ACTIVE);
        inclusion.only(CarePlan.class);
        inclusion.only(Consent.class);
    }

    @Test
    void aStoredConsentIsEnough() {
        var inclusion = new Inclusion(fhir).confirmed().included();
        inclusion.call("$withdraw?programme=diabetes").hasStatus(200);
        var withdrawn = inclusion.only(Consent.class);
        inclusion
                .include("&consent=Consent/" + Inclusion.idOf(withdrawn))
                .isRefusal(422, IssueType.BUSINESSRULE, "no active consent");
        var consent = withdrawn.copy().setStatus(ConsentState.ACTIVE);
        consent.setId("again-" + inclusion.patientId());
        fhir.put("Consent/" + consent.getId(), consent).isStored();

        inclusion.include("&consent=Consent/" + consent.getId()).hasStatus(200);

        assertThat(inclusion.stored(EpisodeOfCare.class))
                .extracting(episode -> episode.getStatus())
                .containsExactlyInAnyOrder(EpisodeOfCareStatus.FINISHED, EpisodeOfCareStatus.ACTIVE);
    }

    private static void assertNothingIsStored(Inclusion inclusion) {
        assertThat(inclusion.stored(Consent.class)).isEmpty();
        assertThat(inclusion.stored(CareTeam.class)).isEmpty();
        assertThat(inclusion.stored(CarePlan.class)).isEmpty();
        assertThat(inclusion.stored(EpisodeOfCare.class)).isEmpty();
        assertThat(inclusion.stored(Communication.class)).isEmpty();
        assertThat(inclusion.stored(DocumentReference.class)).isEmpty();
    }
}
