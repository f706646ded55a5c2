package fr.respop.server.stratification;

import static org.assertj.core.api.Assertions.assertThat;

import fr.respop.server.FhirHttp;
import fr.respop.server.ServerTest;
import org.hl7.fhir.r4.model.Annotation;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.RiskAssessment;
import org.hl7.fhir.r4.model.RiskAssessment.RiskAssessmentStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Decisions that the software of the practitioner writes itself obey the rules of {@code $confirm}, in whatever way. */
@ServerTest
class WrittenDecisionIT {

    private static final String GP = "Practitioner/stratifying-gp";

    private final FhirHttp fhir;
    private final StratifiedResident resident;

    @Autowired
    WrittenDecisionIT(FhirHttp fhir) {
        this.fhir = fhir;
        this.resident = new StratifiedResident(fhir);
    }

    @ParameterizedTest
    @EnumSource
    void isRecordedWithWhoDecidedAndFromWhichVersion(WayToWrite way) {
        var proposal = proposal();

        way.write(fhir, confirmed(proposal)).hasStatus(200);

        var stored = resident.read(proposal);
        assertThat(stored.getStatus()).isEqualTo(RiskAssessmentStatus.FINAL);
        assertThat(stored.getPerformer().getReference()).isEqualTo(GP);
        assertThat(resident.provenances(proposal)).singleElement().satisfies(provenance -> {
            assertThat(provenance.getAgentFirstRep().getWho().getReference()).isEqualTo(GP);
            assertThat(provenance.getTargetFirstRep().getReference())
                    .isEqualTo("RiskAssessment/" + StratifiedResident.idOf(proposal) + "/_history/2");
            assertThat(provenance.getEntityFirstRep().getWhat().getReference())
                    .isEqualTo("RiskAssessment/" + StratifiedResident.idOf(proposal) + "/_history/1");
        });
    }

    @ParameterizedTest
    @EnumSource
    void mayRejectWithAReason(WayToWrite way) {
        var proposal = proposal();

        way.write(fhir, decided(proposal, RiskAssessmentStatus.CANCELLED, GP))
                .isRefusal(422, IssueType.REQUIRED, "Say why the proposal is corrected or rejected");
        way.write(fhir, rejected(proposal)).hasStatus(200);

        assertThat(resident.read(proposal).getStatus()).isEqualTo(RiskAssessmentStatus.CANCELLED);
        assertThat(resident.provenances(proposal)).hasSize(1);
        assertThat(resident.stratify("?programme=diabetes")).containsExactly("diabetes unchanged");
    }

    @ParameterizedTest
    @EnumSource
    void isRefusedFromAnyoneButAPractitionerOfTheResident(WayToWrite way) {
        var proposal = proposal();

        way.write(fhir, decided(proposal, RiskAssessmentStatus.FINAL, "Practitioner/stratifying-other"))
                .isRefusal(403, IssueType.FORBIDDEN, "Only a general practitioner");
        way.write(fhir, proposal.copy().setStatus(RiskAssessmentStatus.FINAL))
                .isRefusal(422, IssueType.REQUIRED, "as the performer");
        way.write(fhir, decided(proposal, RiskAssessmentStatus.AMENDED, GP))
                .isRefusal(422, IssueType.BUSINESSRULE, "becomes final (confirmed)");

        assertStillOpen(proposal);
    }

    @ParameterizedTest
    @EnumSource
    void isRefusedOnAClosedProposal(WayToWrite way) {
        var proposal = proposal();
        resident.confirm(proposal, "practitioner=" + GP);

        way.write(fhir, rejected(proposal)).isRefusal(409, IssueType.CONFLICT, "final and stays so");

        assertThat(resident.read(proposal).getStatus()).isEqualTo(RiskAssessmentStatus.FINAL);
        assertThat(resident.provenances(proposal)).hasSize(1);
    }

    @Test
    void aDecisionIsNeverTakenBack() {
        var proposal = proposal();
        WayToWrite.PUT.write(fhir, confirmed(proposal)).hasStatus(200);

        WayToWrite.PUT.write(fhir, proposal).isRefusal(409, IssueType.CONFLICT, "final and stays so");
    }

    private RiskAssessment proposal() {
        resident.store(resident.patient(), resident.diabetes());
        return resident.awaitProposal("diabetes-2");
    }

    private static RiskAssessment confirmed(RiskAssessment proposal) {
        return decided(proposal, RiskAssessmentStatus.FINAL, GP);
    }

    private static RiskAssessment rejected(RiskAssessment proposal) {
        var rejected = decided(proposal, RiskAssessmentStatus.CANCELLED, GP);
        rejected.addNote(new Annotation().setAuthor(new Reference(GP)).setText("Diabetes not confirmed"));
        return rejected;
    }

    private static RiskAssessment decided(RiskAssessment proposal, RiskAssessmentStatus status, String practitioner) {
        return proposal.copy().setStatus(status).setPerformer(new Reference(practitioner));
    }

    private void assertStillOpen(RiskAssessment proposal) {
        assertThat(resident.read(proposal).getStatus()).isEqualTo(RiskAssessmentStatus.PRELIMINARY);
        assertThat(resident.read(proposal).getMeta().getVersionId()).isEqualTo("1");
        assertThat(resident.provenances(proposal)).isEmpty();
    }
}
