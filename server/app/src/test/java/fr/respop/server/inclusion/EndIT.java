package fr.respop.server.inclusion;

import static org.assertj.core.api.Assertions.assertThat;

import fr.respop.server.FhirHttp;
import fr.respop.server.ServerTest;
import fr.respop.server.objection.SyntheticObjection;
import java.util.List;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CarePlan.CarePlanStatus;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.CareTeam.CareTeamStatus;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentState;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.EpisodeOfCare;
import org.hl7.fhir.r4.model.EpisodeOfCare.EpisodeOfCareStatus;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Patient.LinkType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** How an inclusion ends. */
@ServerTest
class EndIT {

    private final FhirHttp fhir;
    private final Inclusion inclusion;

    @Autowired
    EndIT(FhirHttp fhir) {
        this.fhir = fhir;
        this.inclusion = new Inclusion(fhir).confirmed();
    }

    @Test
    void theResidentWithdraws() {
        inclusion.included();

        inclusion.call("$withdraw?programme=diabetes").hasStatus(200);

        assertEnded("withdrawn", CarePlanStatus.REVOKED);
        assertThat(inclusion.only(Consent.class).getStatus()).isEqualTo(ConsentState.INACTIVE);
        assertThat(endMessages())
                .singleElement()
                .satisfies(message -> assertThat(message.getRecipientFirstRep().getReference())
                        .isEqualTo("Practitioner/stratifying-gp"));
        inclusion.include("&consentDate=2026-11-20").hasStatus(200);
        assertThat(inclusion.stored(Consent.class))
                .extracting(Consent::getStatus)
                .containsExactlyInAnyOrder(ConsentState.INACTIVE, ConsentState.ACTIVE);
    }

    @ParameterizedTest
    @CsvSource({"moved,REVOKED", "died,REVOKED", "ended,COMPLETED"})
    void anInclusionIsClosed(String reason, CarePlanStatus planStatus) {
        inclusion.included();

        inclusion.call("$close?programme=diabetes&reason=" + reason).hasStatus(200);

        assertEnded(reason, planStatus);
        assertThat(inclusion.only(Consent.class).getStatus()).isEqualTo(ConsentState.ACTIVE);
    }

    @Test
    void whatIsNotThereIsNotEnded() {
        inclusion.call("$withdraw?programme=diabetes").isRefusal(409, IssueType.CONFLICT, "not included");
        inclusion.call("$withdraw").isRefusal(400, IssueType.REQUIRED, "Name the programme");
        inclusion.call("$close?programme=diabetes").isRefusal(400, IssueType.REQUIRED, "Say why");
        inclusion.call("$close?programme=diabetes&reason=withdrawn").isRefusal(400, IssueType.CODEINVALID, "$withdraw");
        inclusion
                .resident()
                .post("Patient/nobody/$withdraw?programme=diabetes")
                .isRefusal(404, IssueType.NOTFOUND, "There is no Patient/nobody");
    }

    @Test
    void aWithdrawnConsentEndsTheInclusion() {
        var consent = inclusion.included().only(Consent.class);

        fhir.put("Consent/" + Inclusion.idOf(consent), consent.setStatus(ConsentState.INACTIVE))
                .isStored();

        assertEnded("withdrawn", CarePlanStatus.REVOKED);
    }

    @Test
    void aConsentThatNoLongerPermitsEndsTheInclusion() {
        var consent = inclusion.included().only(Consent.class);
        consent.getProvision().setType(Consent.ConsentProvisionType.DENY);

        fhir.put("Consent/" + Inclusion.idOf(consent), consent).isStored();

        assertEnded("withdrawn", CarePlanStatus.REVOKED);
    }

    @Test
    void aConsentThatIsWithdrawnInATransactionEndsTheInclusion() {
        var consent = inclusion.included().only(Consent.class).setStatus(ConsentState.INACTIVE);

        fhir.post("", transaction(consent)).hasStatus(200);

        assertEnded("withdrawn", CarePlanStatus.REVOKED);
        assertThat(endMessages()).hasSize(1);
    }

    @Test
    void whoObjectsIsNoLongerIncluded() {
        var objection = SyntheticObjection.of(inclusion.included().patientId());

        fhir.put("Consent/" + objection.getId(), objection).isStored();

        assertEnded("withdrawn", CarePlanStatus.REVOKED);
        assertThat(endMessages()).hasSize(1);
        inclusion
                .include("&consentDate=2026-11-20")
                .isRefusal(422, IssueType.BUSINESSRULE, "objects to the programme: Consent/" + objection.getId());
        assertThat(inclusion.stored(EpisodeOfCare.class)).hasSize(1);

        fhir.put("Consent/" + objection.getId(), objection.setStatus(ConsentState.INACTIVE))
                .isStored();
        inclusion.include("&consentDate=2026-11-20").hasStatus(200);
    }

    @Test
    void whoObjectsInATransactionIsToldOfOnce() {
        var objection = SyntheticObjection.of(inclusion.included().patientId());

        fhir.post("", transaction(objection)).hasStatus(200);

        assertEnded("withdrawn", CarePlanStatus.REVOKED);
        assertThat(endMessages()).hasSize(1);
    }

    @Test
    void anObjectionThatIsOverEndsNothing() {
        var objection = SyntheticObjection.of(inclusion.included().patientId());
        objection.getProvision().getPeriod().setEndElement(new DateTimeType("2026-11-01"));

        fhir.put("Consent/" + objection.getId(), objection).isStored();

        assertThat(inclusion.episode().getStatus()).isEqualTo(EpisodeOfCareStatus.ACTIVE);
    }

    @Test
    void whoDiesIsNoLongerIncluded() {
        var resident = inclusion.included().resident().patient();

        inclusion.resident().store(resident.setDeceased(new BooleanType(true)));

        assertEnded("died", CarePlanStatus.REVOKED);
        inclusion.include("&consentDate=2026-11-20").isRefusal(422, IssueType.BUSINESSRULE, "The resident has died");
    }

    @Test
    void whoDiesInATransactionIsToldOfOnce() {
        var resident = inclusion.included().resident().patient();
        resident.setDeceased(new BooleanType(true));

        fhir.post("", transaction(resident)).hasStatus(200);

        assertEnded("died", CarePlanStatus.REVOKED);
        assertThat(endMessages()).hasSize(1);
    }

    @Test
    void aMergedRecordIsNoLongerIncluded() {
        var other = new Inclusion(fhir);
        var resident = inclusion.included().resident().patient();
        resident.addLink().setType(LinkType.REPLACEDBY).setOther(new Reference("Patient/" + other.patientId()));

        inclusion.resident().store(resident);

        assertEnded("merged", CarePlanStatus.REVOKED);
        inclusion
                .include("&consentDate=2026-11-20")
                .isRefusal(422, IssueType.BUSINESSRULE, "include Patient/" + other.patientId());
    }

    @Test
    void whoIsIncludedIsNotDeleted() {
        inclusion.included();

        assertThat(fhir.delete("Patient/" + inclusion.patientId()).status()).isEqualTo(409);
        assertThat(inclusion.episode().getStatus()).isEqualTo(EpisodeOfCareStatus.ACTIVE);
    }

    @Test
    void aPlainWriteIncludesNobodyAndEndsNothing() {
        var episode = inclusion.included().episode();

        var another = episode.copy();
        another.setId("plain-" + inclusion.patientId());
        fhir.put("EpisodeOfCare/" + another.getId(), another)
                .isRefusal(422, IssueType.BUSINESSRULE, "Patient/<id>/$include");
        fhir.post("EpisodeOfCare", another).isRefusal(422, IssueType.BUSINESSRULE, "Patient/<id>/$include");
        fhir.put("EpisodeOfCare/" + Inclusion.idOf(episode), episode.copy().setStatus(EpisodeOfCareStatus.FINISHED))
                .isRefusal(422, IssueType.BUSINESSRULE, "$withdraw");
        assertThat(inclusion.only(CarePlan.class).getStatus()).isEqualTo(CarePlanStatus.ACTIVE);
    }

    @Test
    void aMistakenInclusionEndsItsPlanAndItsTeam() {
        var episode = inclusion.included().episode();

        var mistaken = episode.copy().setStatus(EpisodeOfCareStatus.ENTEREDINERROR);
        fhir.put("EpisodeOfCare/" + Inclusion.idOf(episode), mistaken).isStored();

        assertMistaken();
        assertThat(inclusion.only(Consent.class).getStatus()).isEqualTo(ConsentState.ACTIVE);
        assertThat(endMessages())
                .singleElement()
                .satisfies(message -> assertThat(message.getPayloadFirstRep()
                                .getContentStringType()
                                .getValue())
                        .contains("saisie par erreur"));
        fhir.put("EpisodeOfCare/" + Inclusion.idOf(episode), episode)
                .isRefusal(422, IssueType.BUSINESSRULE, "$include");
        inclusion.include("&consentDate=2026-11-20").hasStatus(200);
    }

    @Test
    void aMistakenInclusionEndsOnceInATransactionToo() {
        var mistaken = inclusion.included().episode().setStatus(EpisodeOfCareStatus.ENTEREDINERROR);

        fhir.post("", transaction(mistaken)).hasStatus(200);

        assertMistaken();
        assertThat(endMessages()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"active", "entered-in-error"})
    void theConsentOfAnInclusionIsNotExchanged(String status) {
        var episode = inclusion.included().episode();
        episode.setStatus(EpisodeOfCareStatus.fromCode(status));
        var other = inclusion.only(Consent.class).copy();
        other.setId("other-consent-" + inclusion.patientId());
        fhir.put("Consent/" + other.getId(), other).isStored();

        var exchanged = episode.copy();
        exchanged.getExtensionByUrl(Inclusions.CONSENT).setValue(new Reference("Consent/" + other.getId()));
        fhir.put("EpisodeOfCare/" + Inclusion.idOf(episode), exchanged)
                .isRefusal(422, IssueType.BUSINESSRULE, "consent");
        var without = episode.copy();
        without.getExtension().removeIf(extension -> extension.getUrl().equals(Inclusions.CONSENT));
        assertThat(fhir.put("EpisodeOfCare/" + Inclusion.idOf(episode), without).status())
                .isEqualTo(422);

        assertThat(inclusion.only(CarePlan.class).getStatus()).isEqualTo(CarePlanStatus.ACTIVE);
    }

    private static Bundle transaction(Resource resource) {
        var transaction = new Bundle().setType(Bundle.BundleType.TRANSACTION);
        transaction
                .addEntry()
                .setResource(resource)
                .getRequest()
                .setMethod(Bundle.HTTPVerb.PUT)
                .setUrl(resource.fhirType() + "/" + Inclusion.idOf(resource));
        return transaction;
    }

    private void assertMistaken() {
        assertThat(inclusion.episode().getStatus()).isEqualTo(EpisodeOfCareStatus.ENTEREDINERROR);
        assertThat(inclusion.only(CarePlan.class).getStatus()).isEqualTo(CarePlanStatus.ENTEREDINERROR);
        assertThat(inclusion.only(CarePlan.class).getPeriod().hasEnd()).isTrue();
        assertThat(inclusion.only(CareTeam.class).getStatus()).isEqualTo(CareTeamStatus.ENTEREDINERROR);
    }

    private List<Communication> endMessages() {
        return inclusion.stored(Communication.class).stream()
                .filter(message -> message.getPayloadFirstRep().hasContentStringType()
                        && message.getPayloadFirstRep()
                                .getContentStringType()
                                .getValue()
                                .startsWith("Fin de l'inclusion"))
                .toList();
    }

    private void assertEnded(String reason, CarePlanStatus planStatus) {
        var episode = inclusion.episode();
        assertThat(episode.getStatus()).isEqualTo(EpisodeOfCareStatus.FINISHED);
        assertThat(episode.getPeriod().hasEnd()).isTrue();
        assertThat(((Coding) episode.getExtensionByUrl(Inclusions.END).getValue()).getCode())
                .isEqualTo(reason);
        assertThat(inclusion.only(CarePlan.class).getStatus()).isEqualTo(planStatus);
        assertThat(inclusion.only(CareTeam.class).getStatus()).isEqualTo(CareTeamStatus.INACTIVE);
        var check = fhir.post("EpisodeOfCare/$validate", episode).hasStatus(200).body();
        assertThat(check).doesNotContain("\"severity\":\"error\"");
    }
}
