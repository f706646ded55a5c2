package fr.respop.server.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import fr.respop.server.FhirHttp;
import fr.respop.server.ServerTest;
import fr.respop.server.stratification.StratifiedResident;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Communication.CommunicationStatus;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.UriType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The work list of a practitioner with three residents: one in stratum 2, one in stratum 1, one who is healthy. */
@ServerTest
class WorkListIT {

    private static final String GP = "Practitioner/work-list-gp";
    private static final String FOLLOW_UP_ITEM = "https://respop.org/fhir/CodeSystem/respop-follow-up-item";

    private final FhirHttp fhir;
    private final StratifiedResident unstable;
    private final StratifiedResident stable;
    private final StratifiedResident healthy;

    @Autowired
    WorkListIT(FhirHttp fhir) {
        this.fhir = fhir;
        this.unstable = new StratifiedResident(fhir);
        this.stable = new StratifiedResident(fhir);
        this.healthy = new StratifiedResident(fhir);
        var gp = StratifiedResident.practitioner("work-list-gp-" + unstable.id());
        unstable.store(gp);
        unstable.store(patient(unstable), unstable.diabetes(), unstable.hbA1c(9.1));
        stable.store(patient(stable), stable.diabetes(), stable.hbA1c(6.2));
        healthy.store(patient(healthy));
    }

    private Patient patient(StratifiedResident resident) {
        var patient = resident.patient();
        patient.getGeneralPractitioner().clear();
        patient.addGeneralPractitioner(new Reference(whose()));
        patient.addName().setText("=Martin");
        return patient;
    }

    private String whose() {
        return GP + "-" + unstable.id();
    }

    @Test
    void theHighestStratumAndTheLongestWaitComeFirst() {
        var answer = list("?programme=diabetes");

        var items = items(answer);
        assertThat(items).extracting(item -> reference(item)).containsOnly(of(unstable), of(stable));
        assertThat(items)
                .extracting(item -> coding(item, "stratum").getCode())
                .isSortedAccordingTo((one, other) -> other.compareTo(one))
                .contains("diabetes-2", "diabetes-1");
        assertThat(items).extracting(item -> coding(item, "status").getCode()).containsOnly("open-gap");
        assertThat(items)
                .extracting(item -> coding(item, "followUpItem").getCode())
                .contains("fundus", "ecg")
                .doesNotContain("hba1c");
        assertThat(total(answer)).isEqualTo(items.size());
    }

    @Test
    void aConfirmedStratumIsTold() {
        stable.confirm(stable.awaitProposal("diabetes-1"), "practitioner=" + whose());

        assertThat(items(list("?programme=diabetes")))
                .allSatisfy(
                        item -> assertThat(part(item, "confirmed").getValue().primitiveValue())
                                .isEqualTo(String.valueOf(reference(item).equals(of(stable)))));
    }

    @Test
    void anAttemptToReachTheResidentShows() {
        var today = LocalDate.now(ZoneId.of("Europe/Paris")).toString();
        var attempt = new Communication()
                .setStatus(CommunicationStatus.NOTDONE)
                .setSubject(new Reference(of(stable)))
                .setSentElement(new DateTimeType(today));
        attempt.addReasonCode().addCoding().setSystem(FOLLOW_UP_ITEM).setCode("fundus");
        attempt.setId("attempt-" + stable.id());
        stable.store(attempt);

        assertThat(items(list("?programme=diabetes")))
                .filteredOn(item ->
                        item.getPart().stream().anyMatch(part -> part.getName().equals("lastContact")))
                .singleElement()
                .satisfies(item -> {
                    assertThat(reference(item)).isEqualTo(of(stable));
                    assertThat(coding(item, "followUpItem").getCode()).isEqualTo("fundus");
                    assertThat(part(item, "lastContact").getValue().primitiveValue())
                            .isEqualTo(today);
                });
    }

    @Test
    void pagesFollowOneAnother() {
        var all = items(list("?programme=diabetes")).stream()
                .map(WorkListIT::describe)
                .toList();

        var first = list("?programme=diabetes&count=5");
        var next = fhir.get(((UriType) parameter(first, "next").getValue()).getValue())
                .hasStatus(200)
                .as(Parameters.class);

        assertThat(total(first)).isEqualTo(all.size());
        assertThat(items(first)).extracting(WorkListIT::describe).isEqualTo(all.subList(0, 5));
        assertThat(items(next)).extracting(WorkListIT::describe).isEqualTo(all.subList(5, 10));
        assertThat(list("?programme=diabetes&offset=" + all.size()).getParameter())
                .singleElement()
                .satisfies(only -> assertThat(only.getName()).isEqualTo("total"));
    }

    @Test
    void aTableIsWritten() {
        var reply = fhir.send(
                        fhir.request(whose() + "/$work-list?programme=diabetes").header("Accept", "text/csv"))
                .hasStatus(200);

        assertThat(reply.header("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/csv"));
        var lines = reply.body().lines().toList();
        assertThat(lines.get(0))
                .isEqualTo("resident,name,programme,stratum,confirmed,item,status,due,lastDone,lastContact");
        assertThat(lines.get(1)).startsWith(of(unstable) + ",'=Martin,diabetes,diabetes-2,false,");
        assertThat(lines).hasSize(1 + items(list("?programme=diabetes")).size());
    }

    @ParameterizedTest
    @CsvSource({
        "?programme=asthma, 422, code-invalid, no programme",
        "?status=closed-gap, 400, code-invalid, $care-gaps",
        "?count=0, 400, value, from 1 to 1000",
        "?offset=-1, 400, value, from 0 to",
    })
    void badRequestsAreRefused(String parameters, int status, String code, String text) {
        fhir.get(whose() + "/$work-list" + parameters).isRefusal(status, IssueType.fromCode(code), text);
    }

    @Test
    void nobodyUnknownHasAList() {
        fhir.get("Practitioner/nobody/$work-list").isRefusal(404, IssueType.NOTFOUND, "Practitioner/nobody");
    }

    private Parameters list(String parameters) {
        return fhir.get(whose() + "/$work-list" + parameters).hasStatus(200).as(Parameters.class);
    }

    private static String of(StratifiedResident resident) {
        return "Patient/" + resident.id();
    }

    private static List<ParametersParameterComponent> items(Parameters answer) {
        return answer.getParameter().stream()
                .filter(parameter -> parameter.getName().equals("item"))
                .toList();
    }

    private static int total(Parameters answer) {
        return ((IntegerType) parameter(answer, "total").getValue()).getValue();
    }

    private static ParametersParameterComponent parameter(Parameters answer, String name) {
        return answer.getParameter().stream()
                .filter(parameter -> parameter.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String describe(ParametersParameterComponent item) {
        return reference(item) + " " + coding(item, "followUpItem").getCode();
    }

    private static String reference(ParametersParameterComponent item) {
        return ((Reference) part(item, "resident").getValue()).getReference();
    }

    private static Coding coding(ParametersParameterComponent item, String name) {
        return (Coding) part(item, name).getValue();
    }

    private static ParametersParameterComponent part(ParametersParameterComponent item, String name) {
        return item.getPart().stream()
                .filter(part -> part.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
