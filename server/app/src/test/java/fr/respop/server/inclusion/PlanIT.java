package fr.respop.server.inclusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.respop.server.FhirHttp;
import fr.respop.server.ServerTest;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CarePlan.CarePlanActivityComponent;
import org.hl7.fhir.r4.model.CarePlan.CarePlanActivityStatus;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.Procedure.ProcedureStatus;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The plan of an included resident as time and data go on. */
@ServerTest
class PlanIT {

    private static final Duration SOON = Duration.ofSeconds(40);
    private static final String DONE = "closed-gap";
    private static final String OVERDUE = "open-gap";

    private final FhirHttp fhir;
    private final Inclusion inclusion;

    @Autowired
    PlanIT(FhirHttp fhir) {
        this.fhir = fhir;
        this.inclusion = new Inclusion(fhir).confirmed().included();
    }

    @Test
    void whatIsDoneAndWhatIsOverdueShows() {
        var glycatedHaemoglobin = act("hba1c");
        assertThat(glycatedHaemoglobin.getDetail().getStatus()).isEqualTo(CarePlanActivityStatus.COMPLETED);
        assertThat(stateOf(glycatedHaemoglobin)).isEqualTo(DONE);
        assertThat(glycatedHaemoglobin.getOutcomeReference())
                .extracting(Reference::getReference)
                .containsExactly("Observation/" + inclusion.patientId());
        assertThat(act("fundus").getDetail().getStatus()).isEqualTo(CarePlanActivityStatus.NOTSTARTED);
        assertThat(stateOf(act("fundus"))).isEqualTo(OVERDUE);
    }

    @Test
    void anActDoneElsewhereClosesItself() {
        var today = LocalDate.now(ZoneId.of("Europe/Paris"));
        var examination = new Procedure()
                .setStatus(ProcedureStatus.COMPLETED)
                .setSubject(new Reference("Patient/" + inclusion.patientId()))
                .setCode(new CodeableConcept(
                        new Coding("https://respop.org/fhir/CodeSystem/respop-follow-up-item", "fundus", null)))
                .setPerformed(new DateTimeType(today.toString()));
        examination.setId("fundus-" + inclusion.patientId());
        fhir.put("Procedure/" + examination.getId(), examination).isStored();

        await().atMost(SOON).until(() -> stateOf(act("fundus")).equals(DONE));

        assertThat(act("fundus").getOutcomeReference())
                .extracting(Reference::getReference)
                .containsExactly("Procedure/" + examination.getId());
        assertThat(act("fundus")
                        .getDetail()
                        .getScheduledPeriod()
                        .getEndElement()
                        .getValueAsString())
                .isEqualTo(today.plusYears(2).toString());
        assertThat(stateOf(act("ecg"))).isEqualTo(OVERDUE);
    }

    @Test
    void aNewlyConfirmedStratumBringsItsLogigramme() {
        inclusion.resident().store(inclusion.resident().hbA1c(8.9));

        inclusion
                .resident()
                .confirm(inclusion.resident().awaitProposal("diabetes-2"), "practitioner=Practitioner/stratifying-gp");

        await().atMost(SOON).until(() -> plan().getTitle().contains("strate 2"));
        assertThat(plan().getInstantiatesCanonical().get(0).getValue())
                .isEqualTo("https://respop.org/fhir/PlanDefinition/DiabetesStrategyStratum2|0.1.0");
        assertThat(act("hba1c").getDetail().getScheduledPeriod().getEndElement().getValueAsString())
                .isEqualTo(LocalDate.now(ZoneId.of("UTC"))
                        .minusDays(20)
                        .plusMonths(3)
                        .toString());
    }

    @Test
    void aWriteThatChangesNothingMakesNoNewVersion() {
        var version = plan().getMeta().getVersionId();

        inclusion.resident().store(inclusion.resident().patient().setActive(true));
        // The next change comes after it: when that one shows, this one was looked at.
        anActDoneElsewhereClosesItself();

        assertThat(Integer.parseInt(plan().getMeta().getVersionId())).isEqualTo(Integer.parseInt(version) + 1);
    }

    private CarePlan plan() {
        return inclusion.only(CarePlan.class);
    }

    private CarePlanActivityComponent act(String item) {
        return plan().getActivity().stream()
                .filter(CarePlanActivityComponent::hasDetail)
                .filter(activity -> activity.getDetail()
                        .getCode()
                        .getCodingFirstRep()
                        .getCode()
                        .equals(item))
                .findFirst()
                .orElseThrow();
    }

    private static String stateOf(CarePlanActivityComponent act) {
        return act.getDetail().getStatusReason().getCodingFirstRep().getCode();
    }
}
