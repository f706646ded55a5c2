package fr.respop.server.stratification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.respop.server.FhirHttp;
import fr.respop.server.ServerTest;
import fr.respop.server.objection.SyntheticObjection;
import org.hl7.fhir.r4.model.Consent.ConsentState;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.RiskAssessment.RiskAssessmentStatus;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** From data to a proposed stratum. */
@ServerTest
class StratificationIT {

    private final FhirHttp fhir;
    private final JdbcTemplate jdbc;
    private final StratifiedResident resident;

    @Autowired
    StratificationIT(FhirHttp fhir, JdbcTemplate jdbc) {
        this.fhir = fhir;
        this.jdbc = jdbc;
        this.resident = new StratifiedResident(fhir);
    }

    @Test
    void aResidentWhoseDataComeInIsProposedAStratum() {
        resident.store(resident.patient(), resident.diabetes());

        var proposal = resident.awaitProposal("diabetes-2");

        assertThat(proposal.getStatus()).isEqualTo(RiskAssessmentStatus.PRELIMINARY);
        assertThat(proposal.getPredictionFirstRep().getRationale()).isEqualTo("D2.6");
        assertThat(proposal.getExtensionByUrl("https://respop.org/fhir/StructureDefinition/respop-provisional")
                        .getValue()
                        .primitiveValue())
                .isEqualTo("true");
        assertThat(proposal.getBasis()).extracting(Reference::getReference).contains("Condition/" + resident.id());
        assertThat(proposal.getExtensionsByUrl("https://respop.org/fhir/StructureDefinition/respop-missing-data"))
                .hasSize(6);
    }

    @Test
    void newDataChangeTheProposalAndSayHow() {
        resident.store(resident.patient(), resident.diabetes());
        var first = resident.awaitProposal("diabetes-2");

        resident.store(resident.hbA1c(6.2));
        var second = resident.awaitProposal("diabetes-1");

        assertThat(resident.read(first).getStatus()).isEqualTo(RiskAssessmentStatus.CANCELLED);
        assertThat(second.getExtensionByUrl("https://respop.org/fhir/StructureDefinition/respop-previous-assessment")
                        .getValue())
                .isInstanceOfSatisfying(
                        Reference.class,
                        previous -> assertThat(previous.getReference())
                                .isEqualTo("RiskAssessment/" + StratifiedResident.idOf(first)));
        assertThat(second.getNoteFirstRep().getText())
                .isEqualTo("Strate : 2 → 1 ; critères disparus : D2.6 ; données reçues : hba1c ; plus provisoire"
                        + " · Stratum: 2 → 1; criteria gone: D2.6; data received: hba1c; no longer provisional");
    }

    @Test
    void whatChangesNothingWritesNothing() {
        resident.store(resident.patient(), resident.diabetes());
        var proposal = resident.awaitProposal("diabetes-2");

        resident.store(resident.diabetes());

        assertThat(resident.stratify("")).containsExactly("diabetes unchanged", "heart-failure unchanged");
        assertThat(resident.assessments())
                .singleElement()
                .satisfies(only -> assertThat(only.getMeta().getVersionId())
                        .isEqualTo(proposal.getMeta().getVersionId()));
    }

    @Test
    void aDryRunShowsAndStoresNothing() {
        resident.store(resident.patient(), resident.diabetes(), resident.hbA1c(6.2));
        resident.awaitProposal("diabetes-1");
        resident.store(resident.hbA1c(9.7));

        var answer = resident.post("Patient/" + resident.id() + "/$stratify?programme=diabetes&dryRun=true")
                .hasStatus(200)
                .as(Parameters.class);

        assertThat(StratifiedResident.describe(answer)).containsAnyOf("diabetes proposed", "diabetes unchanged");
        assertThat(StratifiedResident.stratumIn(answer)).isEqualTo("diabetes-2");
    }

    @Test
    void whoObjectsIsProposedNoStratum() {
        resident.store(resident.patient(), resident.diabetes());
        var proposal = resident.awaitProposal("diabetes-2");
        var objection = SyntheticObjection.of(resident.id());

        resident.store(objection);

        var withdrawn = resident.read(proposal);
        assertThat(withdrawn.getStatus()).isEqualTo(RiskAssessmentStatus.CANCELLED);
        assertThat(withdrawn.getNote())
                .last()
                .satisfies(note -> assertThat(note.getText()).contains("Opposition"));
        resident.post("Patient/" + resident.id() + "/$stratify")
                .isRefusal(422, IssueType.BUSINESSRULE, "Consent/" + objection.getId());
        assertThat(resident.stratify("?dryRun=true")).contains("diabetes proposed");
        // Whoever is written later is looked at later: nothing was proposed to who objects.
        resident.store(resident.hbA1c(6.2));
        var other = new StratifiedResident(fhir);
        other.store(other.patient(), other.diabetes());
        other.awaitProposal("diabetes-2");
        assertThat(resident.assessments()).hasSize(1);

        resident.store(objection.setStatus(ConsentState.INACTIVE));

        resident.awaitProposal("diabetes-1");
    }

    @Test
    void whoLeavesThePopulationIsNoLongerProposedAStratum() {
        resident.store(resident.patient(), resident.diabetes());
        var proposal = resident.awaitProposal("diabetes-2");

        fhir.delete("Condition/" + resident.id()).hasStatus(200);

        await().atMost(StratifiedResident.SOON)
                .untilAsserted(() ->
                        assertThat(resident.read(proposal).getStatus()).isEqualTo(RiskAssessmentStatus.CANCELLED));
        assertThat(resident.read(proposal).getNoteFirstRep().getText()).contains("No longer in the target population");
        assertThat(resident.read(proposal).hasPerformer()).isFalse();
    }

    /** What is stored can hold what an earlier version of the server let in. */
    @Test
    void aRecordThatCannotBeReadKeepsNobodyWaiting() {
        var unreadable = new StratifiedResident(fhir);
        unreadable.store(unreadable.patient(), unreadable.diabetes());
        unreadable.spoil(jdbc, unreadable.diabetes());
        unreadable.store(unreadable.patient().setActive(true));

        resident.store(resident.patient(), resident.diabetes());

        resident.awaitProposal("diabetes-2");
        unreadable
                .post("Patient/" + unreadable.id() + "/$stratify")
                .isRefusal(422, IssueType.PROCESSING, "Patient/" + unreadable.id());
    }

    @Test
    void aResidentWhoIsDeletedKeepsNobodyWaiting() {
        var deleted = new StratifiedResident(fhir);
        deleted.store(deleted.patient());
        fhir.delete("Patient/" + deleted.id()).hasStatus(200);

        resident.store(resident.patient(), resident.diabetes());

        resident.awaitProposal("diabetes-2");
    }

    @Test
    void aBadRequestToStratifyIsRefused() {
        resident.post("Patient/nobody/$stratify").isRefusal(404, IssueType.NOTFOUND, "Patient/nobody");
        resident.store(resident.patient());
        resident.post("Patient/" + resident.id() + "/$stratify?programme=asthma")
                .isRefusal(422, IssueType.CODEINVALID, "programme");
        resident.post("Group/nothing/$stratify").isRefusal(404, IssueType.NOTFOUND, "Group/nothing");
    }
}
