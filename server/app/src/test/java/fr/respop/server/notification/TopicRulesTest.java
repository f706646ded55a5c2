package fr.respop.server.notification;

import static org.assertj.core.api.Assertions.assertThat;

import fr.respop.server.fhir.programme.GapStatus;
import java.util.List;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CarePlan.CarePlanActivityDetailComponent;
import org.hl7.fhir.r4.model.CarePlan.CarePlanStatus;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Encounter.EncounterStatus;
import org.hl7.fhir.r4.model.EpisodeOfCare;
import org.hl7.fhir.r4.model.EpisodeOfCare.EpisodeOfCareStatus;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.RiskAssessment;
import org.hl7.fhir.r4.model.RiskAssessment.RiskAssessmentStatus;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TopicRulesTest {

    private static final CodeableConcept PROGRAMME =
            new CodeableConcept(new Coding("https://respop.org/fhir/CodeSystem/respop-programme", "diabetes", null));

    private final TopicRules rules =
            new TopicRules((Encounter encounter) -> encounter.getStatus() == EncounterStatus.INPROGRESS);

    @Test
    void aNewPreliminaryStratumIsProposed() {
        assertThat(topics(null, stratum(RiskAssessmentStatus.PRELIMINARY))).containsExactly(Topic.STRATUM_PROPOSED);
        assertThat(topics(stratum(RiskAssessmentStatus.PRELIMINARY), stratum(RiskAssessmentStatus.PRELIMINARY)))
                .isEmpty();
    }

    @Test
    void aStratumThatBecomesFinalIsConfirmed() {
        assertThat(topics(stratum(RiskAssessmentStatus.PRELIMINARY), stratum(RiskAssessmentStatus.FINAL)))
                .containsExactly(Topic.STRATUM_CONFIRMED);
        assertThat(topics(null, stratum(RiskAssessmentStatus.FINAL))).containsExactly(Topic.STRATUM_CONFIRMED);
        assertThat(topics(stratum(RiskAssessmentStatus.FINAL), stratum(RiskAssessmentStatus.FINAL)))
                .isEmpty();
    }

    @Test
    void aRejectedStratumIsNeither() {
        assertThat(topics(stratum(RiskAssessmentStatus.PRELIMINARY), stratum(RiskAssessmentStatus.CANCELLED)))
                .isEmpty();
    }

    @Test
    void aRiskThatIsNoStratumIsNoEvent() {
        assertThat(topics(null, stratum(RiskAssessmentStatus.PRELIMINARY).setCode(new CodeableConcept())))
                .isEmpty();
    }

    @Test
    void anEpisodeOfAProgrammeThatBecomesActiveIsAnInclusion() {
        assertThat(topics(null, episode(EpisodeOfCareStatus.ACTIVE))).containsExactly(Topic.RESIDENT_INCLUDED);
        assertThat(topics(episode(EpisodeOfCareStatus.ACTIVE), episode(EpisodeOfCareStatus.FINISHED)))
                .isEmpty();
        assertThat(topics(null, episode(EpisodeOfCareStatus.ACTIVE).setType(List.of())))
                .isEmpty();
    }

    @Test
    void anActThatBecomesOverdueOpensAGap() {
        assertThat(topics(plan(GapStatus.CLOSED), plan(GapStatus.OPEN))).containsExactly(Topic.GAP_OPENED);
        assertThat(topics(null, plan(GapStatus.OPEN))).containsExactly(Topic.GAP_OPENED);
        assertThat(topics(plan(GapStatus.OPEN), plan(GapStatus.OPEN))).isEmpty();
        assertThat(topics(plan(GapStatus.OPEN), plan(GapStatus.CLOSED))).isEmpty();
    }

    @Test
    void aPlanThatIsOverOpensNoGap() {
        assertThat(topics(plan(GapStatus.CLOSED), plan(GapStatus.OPEN).setStatus(CarePlanStatus.REVOKED)))
                .isEmpty();
    }

    @Test
    void aStayThatBecomesAnEmergencyAdmissionIsTold() {
        assertThat(topics(stay(EncounterStatus.PLANNED), stay(EncounterStatus.INPROGRESS)))
                .containsExactly(Topic.EMERGENCY_ADMISSION);
        assertThat(topics(stay(EncounterStatus.INPROGRESS), stay(EncounterStatus.INPROGRESS)))
                .isEmpty();
    }

    @Test
    void otherResourcesAreNoEvents() {
        assertThat(topics(null, new Observation())).isEmpty();
    }

    @Test
    void anEventNamesTheResidentAndTheVersion() {
        var stratum = stratum(RiskAssessmentStatus.PRELIMINARY);
        stratum.setId("RiskAssessment/s/_history/3");

        assertThat(rules.events(null, stratum)).singleElement().satisfies(event -> {
            assertThat(event.patientId()).isEqualTo("r");
            assertThat(event.focusId().getValue()).isEqualTo("RiskAssessment/s/_history/3");
        });
    }

    private List<Topic> topics(@Nullable Resource before, Resource after) {
        return rules.events(before, after).stream().map(TopicEvent::topic).toList();
    }

    private static RiskAssessment stratum(RiskAssessmentStatus status) {
        return new RiskAssessment().setStatus(status).setCode(PROGRAMME).setSubject(new Reference("Patient/r"));
    }

    private static EpisodeOfCare episode(EpisodeOfCareStatus status) {
        return new EpisodeOfCare().setStatus(status).addType(PROGRAMME).setPatient(new Reference("Patient/r"));
    }

    private static CarePlan plan(GapStatus fundus) {
        var plan = new CarePlan().setStatus(CarePlanStatus.ACTIVE).setSubject(new Reference("Patient/r"));
        plan.addActivity().setDetail(act("weight", GapStatus.CLOSED));
        plan.addActivity().setDetail(act("fundus", fundus));
        return plan;
    }

    private static CarePlanActivityDetailComponent act(String item, GapStatus gap) {
        return new CarePlanActivityDetailComponent()
                .setCode(new CodeableConcept(
                        new Coding("https://respop.org/fhir/CodeSystem/respop-follow-up-item", item, null)))
                .setStatusReason(new CodeableConcept(new Coding(GapStatus.SYSTEM, gap.code(), null)));
    }

    private static Encounter stay(EncounterStatus status) {
        return new Encounter().setStatus(status).setSubject(new Reference("Patient/r"));
    }
}
