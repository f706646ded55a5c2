package fr.respop.server.cdshooks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.respop.server.FhirHttp;
import fr.respop.server.OnAnyDatabase;
import fr.respop.server.ServerTest;
import java.io.IOException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.MedicationRequest.MedicationRequestStatus;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@OnAnyDatabase
@ServerTest
class CdsHooksRefusalsIT {

    private static final String VIEW = "respop-patient-view";

    private final FhirHttp fhir;
    private final CdsClient client;
    private final CdsResident resident = new CdsResident();
    private final CdsResident other = new CdsResident();

    @Autowired
    CdsHooksRefusalsIT(FhirHttp fhir) {
        this.fhir = fhir;
        this.client = new CdsClient(fhir);
    }

    @Test
    void refusesAServiceThatIsNotThere() {
        client.post("respop-nothing", view()).isRefusal(404, IssueType.NOTFOUND, "respop-order-sign");
        client.post("respop-nothing/feedback", view()).isRefusal(404, IssueType.NOTFOUND, "GET /cds-services");
        fhir.get("/cds-services/" + VIEW).isRefusal(405, IssueType.NOTSUPPORTED);
        fhir.get("/cds-services/x/y/z").isRefusal(404, IssueType.NOTFOUND);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{\"hook\":\"patient-view\",}", "{\"hook\":1,\"hook\":2}", "{} {}", "[]", "\"x\""})
    void refusesABodyThatIsNoJsonObject(String body) {
        client.post(VIEW, "application/json", body).hasStatus(400);
    }

    @Test
    void refusesABodyThatIsNotSentAsJson() {
        client.post(VIEW, "text/plain", view().toString()).isRefusal(415, IssueType.NOTSUPPORTED, "application/json");
        client.post(VIEW, "not a media type", view().toString()).isRefusal(415, IssueType.NOTSUPPORTED);
    }

    @Test
    void refusesABodyThatIsTooLarge() {
        client.post(VIEW, "application/json", "\"" + "x".repeat(21 << 20) + "\"")
                .isRefusal(413, IssueType.TOOLONG, "20 MB");
    }

    @Test
    void refusesACallThatLacksWhatTheHookNeeds() {
        refuses(call -> call.remove("hook"), IssueType.REQUIRED, "required");
        refuses(call -> call.put("hook", "order-sign"), IssueType.VALUE, "patient-view");
        refuses(call -> call.put("hook", 1), IssueType.STRUCTURE, "text");
        refuses(call -> call.remove("hookInstance"), IssueType.REQUIRED, "required");
        refuses(call -> call.put("hookInstance", "1"), IssueType.VALUE, "UUID");
        refuses(call -> call.put("hookInstance", "1-1-1-1-1"), IssueType.VALUE, "UUID");
        refuses(call -> call.remove("context"), IssueType.REQUIRED, "context");
        refuses(call -> call.withObject("/context").remove("patientId"), IssueType.REQUIRED, "required");
        refuses(call -> call.withObject("/context").put("patientId", "Patient/1"), IssueType.VALUE, "without the type");
        refuses(call -> call.put("prefetch", "x"), IssueType.STRUCTURE, "object");
    }

    @Test
    void asksForThePatientThatItDoesNotKnow() {
        client.post(VIEW, view()).isRefusal(412, IssueType.INCOMPLETE, "Send the Patient in prefetch");
        var elsewhere = view().put("fhirServer", "https://gp.example/fhir");
        resident.store(fhir, resident.patient());
        client.post(VIEW, elsewhere).isRefusal(412, IssueType.INCOMPLETE);
        client.post(VIEW, view()).hasStatus(200);
    }

    @Test
    void refusesAPrefetchThatIsNoFhir() {
        refuses(call -> prefetch(call).put("patient", "x"), IssueType.REQUIRED, "required");
        refuses(
                call -> prefetch(call).set("patient", json("{\"resourceType\":\"Person1\"}")),
                IssueType.STRUCTURE,
                "no such");
        refuses(
                call -> prefetch(call)
                        .set(
                                "patient",
                                json("{\"resourceType\":\"Patient\",\"id\":\"%s\",\"birthDate\":\"1980-13-45\"}"
                                        .formatted(resident.id()))),
                IssueType.STRUCTURE,
                "Element birthDate");
        refuses(
                call -> prefetch(call).set("observation", json("{\"resourceType\":\"Observation\",\"id\":\"a b\"}")),
                IssueType.VALUE,
                "64 letters");
        refuses(
                call -> prefetch(call)
                        .set(
                                "observation",
                                json("{\"resourceType\":\"Bundle\",\"link\":[{\"relation\":\"next\",\"url\":\"x\"}]}")),
                IssueType.INCOMPLETE,
                "all entries");
    }

    @Test
    void neverMixesTheDataOfTwoPeople() {
        refuses(call -> CdsClient.send(call, "patient", other.patient()), IssueType.BUSINESSRULE, "not about");
        refuses(
                call -> CdsClient.sendAll(call, "condition", resident.diabetes(), other.diabetes()),
                IssueType.BUSINESSRULE,
                "nothing was evaluated");
        refuses(
                call -> CdsClient.sendAll(
                        call, "condition", resident.diabetes().setSubject(new Reference().setDisplay("x"))),
                IssueType.BUSINESSRULE,
                "not about");
        refuses(
                call -> CdsClient.sendAll(
                        call, "condition", resident.diabetes().setSubject(new Reference("Group/" + resident.id()))),
                IssueType.BUSINESSRULE,
                "not about");
    }

    @Test
    void refusesAPatientWhoIsSomebodyElseUnderTheSameId() {
        var system = "urn:oid:1.2.250.1.213.1.4.10";
        var stored = resident.patient();
        stored.addIdentifier().setSystem(system).setValue("155057510812380");
        resident.store(fhir, stored);
        var call = view();
        var sent = resident.patient();
        sent.addIdentifier().setSystem(system).setValue("255057510812332");
        CdsClient.send(call, "patient", sent);

        var reply = client.post(VIEW, call).isRefusal(400, IssueType.BUSINESSRULE, "another national identifier");

        assertThat(reply.body()).doesNotContain("255057510812332", "155057510812380");
    }

    @Test
    void refusesOrdersThatAreNoDraftsOfThePatient() {
        resident.store(fhir, resident.patient());
        var sign = "respop-order-sign";
        client.post(sign, CdsClient.call("order-sign", resident.id())).isRefusal(400, IssueType.STRUCTURE, "Bundle");
        client.post(sign, CdsClient.orders("order-sign", resident.id(), other.drug("drug", "M01AE01")))
                .isRefusal(400, IssueType.BUSINESSRULE, "not about");
        var signed = resident.drug("drug", "M01AE01").setStatus(MedicationRequestStatus.ACTIVE);
        client.post(sign, CdsClient.orders("order-sign", resident.id(), signed))
                .isRefusal(400, IssueType.VALUE, "draft");
        var many = Stream.generate(() -> resident.drug("drug", "M01AE01"))
                .limit(101)
                .toArray(Resource[]::new);
        client.post(sign, CdsClient.orders("order-sign", resident.id(), many))
                .isRefusal(400, IssueType.TOOCOSTLY, "at most 100");

        var select = CdsClient.orders("order-select", resident.id(), resident.drug("drug", "M01AE01"));
        client.post("respop-order-select", select).isRefusal(400, IssueType.REQUIRED, "required");
        OrderHooksIT.select(select, "MedicationRequest/another");
        client.post("respop-order-select", select).isRefusal(400, IssueType.VALUE, "draftOrders");
    }

    @Test
    void answersRequestsOfThisMachineOnly() throws IOException {
        assertThat(fhir.sendRaw("GET /cds-services HTTP/1.1", "localhost")).startsWith("HTTP/1.1 200");
        assertThat(fhir.sendRaw("GET /cds-services HTTP/1.1", "respop.example")).startsWith("HTTP/1.1 403");
        fhir.send(fhir.request("/cds-services").header("Origin", "https://gp.example"))
                .isRefusal(403, IssueType.FORBIDDEN, "localhost");
    }

    private ObjectNode view() {
        return CdsClient.call("patient-view", resident.id());
    }

    private void refuses(Consumer<ObjectNode> fault, IssueType code, String text) {
        var call = view();
        fault.accept(call);
        client.post(VIEW, call).isRefusal(400, code, text);
    }

    private static ObjectNode prefetch(ObjectNode call) {
        return call.withObject("/prefetch");
    }

    private static JsonNode json(String text) {
        return CdsClient.parse(text);
    }
}
