package fr.respop.server.stratification;

import static org.assertj.core.api.Assertions.assertThat;

import fr.respop.server.FhirHttp;
import fr.respop.server.ServerTest;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.RiskAssessment.RiskAssessmentStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** From a proposed stratum to the decision of the practitioner. */
@ServerTest
class DecisionIT {

    private final StratifiedResident resident;

    @Autowired
    DecisionIT(FhirHttp fhir) {
        this.resident = new StratifiedResident(fhir);
    }

    @Test
    void thePractitionerConfirms() {
        resident.store(resident.patient(), resident.diabetes(), resident.hbA1c(6.2));
        var proposal = resident.awaitProposal("diabetes-1");

        var confirmed = resident.confirm(proposal, "practitioner=Practitioner/stratifying-gp");

        assertThat(confirmed.getStatus()).isEqualTo(RiskAssessmentStatus.FINAL);
        assertThat(confirmed.getPerformer().getReference()).isEqualTo("Practitioner/stratifying-gp");
        assertThat(resident.provenances(confirmed)).singleElement().satisfies(provenance -> {
            assertThat(provenance.getAgentFirstRep().getWho().getReference()).isEqualTo("Practitioner/stratifying-gp");
            assertThat(provenance.getTargetFirstRep().getReference())
                    .isEqualTo("RiskAssessment/" + StratifiedResident.idOf(proposal) + "/_history/2");
            assertThat(provenance.getEntityFirstRep().getWhat().getReference())
                    .isEqualTo("RiskAssessment/" + StratifiedResident.idOf(proposal) + "/_history/1");
        });
        assertThat(resident.stratify("?programme=diabetes")).containsExactly("diabetes unchanged");
        assertThat(resident.assessments()).hasSize(1);
    }

    @Test
    void thePractitionerCorrectsAndIsNotAskedAgainForTheSame() {
        resident.store(resident.patient(), resident.diabetes(), resident.hbA1c(6.2));
        var proposal = resident.awaitProposal("diabetes-1");

        var corrected = resident.confirm(
                proposal,
                "practitioner=Practitioner/stratifying-gp&decision=correct&stratum=diabetes-3&reason=Neuropathy%20on%20examination");

        assertThat(StratifiedResident.stratum(corrected)).isEqualTo("diabetes-3");
        assertThat(corrected
                        .getExtensionByUrl("https://respop.org/fhir/StructureDefinition/respop-computed-stratum")
                        .getValue())
                .isInstanceOfSatisfying(
                        Coding.class, computed -> assertThat(computed.getCode()).isEqualTo("diabetes-1"));
        assertThat(corrected.getNote())
                .last()
                .satisfies(note -> assertThat(note.getText()).isEqualTo("Neuropathy on examination"));
        assertThat(resident.stratify("?programme=diabetes")).containsExactly("diabetes unchanged");

        resident.store(resident.hbA1c(9.7));
        resident.awaitProposal("diabetes-2");
        assertThat(resident.read(proposal).getStatus()).isEqualTo(RiskAssessmentStatus.FINAL);
    }

    @Test
    void aRejectedProposalIsNotMadeAgain() {
        resident.store(resident.patient(), resident.diabetes(), resident.hbA1c(6.2));
        var proposal = resident.awaitProposal("diabetes-1");

        var rejected = resident.confirm(
                proposal, "practitioner=Practitioner/stratifying-gp&decision=reject&reason=Diabetes%20not%20confirmed");

        assertThat(rejected.getStatus()).isEqualTo(RiskAssessmentStatus.CANCELLED);
        assertThat(resident.stratify("?programme=diabetes")).containsExactly("diabetes unchanged");
        assertThat(resident.assessments()).hasSize(1);
    }

    @Test
    void onlyAPractitionerOfTheResidentDecides() {
        resident.store(resident.patient(), resident.diabetes());
        var proposal = resident.awaitProposal("diabetes-2");

        resident.post("RiskAssessment/" + StratifiedResident.idOf(proposal)
                        + "/$confirm?practitioner=Practitioner/stratifying-other")
                .isRefusal(403, IssueType.FORBIDDEN, "Only a general practitioner");
        resident.store(resident.patient().setGeneralPractitioner(List.of()));
        resident.post("RiskAssessment/" + StratifiedResident.idOf(proposal)
                        + "/$confirm?practitioner=Practitioner/stratifying-gp")
                .isRefusal(422, IssueType.BUSINESSRULE, "has no general practitioner");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            decision=confirm                                                                      | practitioner
            practitioner=Patient/x                                                                | practitioner
            practitioner=Practitioner/stratifying-gp&decision=maybe                               | decision
            practitioner=Practitioner/stratifying-gp&decision=reject                              | reason
            practitioner=Practitioner/stratifying-gp&decision=correct&reason=none                 | stratum
            practitioner=Practitioner/stratifying-gp&stratum=diabetes-1                           | stratum
            """)
    void aDecisionThatIsNotUnderstoodIsRefused(String parameters, String element) {
        assertThat(resident.post("RiskAssessment/whatever/$confirm?" + parameters)
                        .hasStatus(400)
                        .body())
                .contains("\"" + element + "\"");
    }

    @Test
    void aDecisionOnWhatIsNoOpenProposalIsRefused() {
        resident.store(resident.patient(), resident.diabetes());
        var proposal = resident.awaitProposal("diabetes-2");
        var decision = "/$confirm?practitioner=Practitioner/stratifying-gp";

        resident.post("RiskAssessment/unknown" + decision).isRefusal(404, IssueType.NOTFOUND, "RiskAssessment");
        resident.post("RiskAssessment/" + StratifiedResident.idOf(proposal) + decision
                        + "&decision=correct&reason=error&stratum=heart-failure-2")
                .isRefusal(422, IssueType.CODEINVALID, "stratum");
        resident.post("RiskAssessment/" + StratifiedResident.idOf(proposal) + decision)
                .hasStatus(200);
        resident.post("RiskAssessment/" + StratifiedResident.idOf(proposal) + decision)
                .isRefusal(409, IssueType.CONFLICT, "final already");
    }

    @Test
    void ofTwoDecisionsAtOnceOneHolds() {
        resident.store(resident.patient(), resident.diabetes());
        var proposal = resident.awaitProposal("diabetes-2");

        var statuses = IntStream.range(0, 4)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> resident.post("RiskAssessment/" + StratifiedResident.idOf(proposal)
                                        + "/$confirm?practitioner=Practitioner/stratifying-gp")
                                .status()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .sorted()
                .toList();

        assertThat(statuses).containsExactly(200, 409, 409, 409);
        assertThat(resident.provenances(proposal)).hasSize(1);
    }
}
