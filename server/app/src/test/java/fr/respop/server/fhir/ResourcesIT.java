package fr.respop.server.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import fr.respop.server.FhirHttp;
import fr.respop.server.FhirReply;
import fr.respop.server.ServerTest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
class ResourcesIT {

    private static final String SYSTEM = "https://example.org/resources";

    private final FhirHttp fhir;

    @Autowired
    ResourcesIT(FhirHttp fhir) {
        this.fhir = fhir;
    }

    @Test
    void everyVersionOfAResourceIsKept() {
        fhir.put("Patient/versions", patient("versions", "First")).hasStatus(201);
        fhir.put("Patient/versions", patient("versions", "Second")).hasStatus(200);
        fhir.delete("Patient/versions").hasStatus(200);

        assertThat(familyName(fhir.get("Patient/versions/_history/1").as(Patient.class)))
                .isEqualTo("First");
        assertThat(familyName(fhir.get("Patient/versions/_history/2").as(Patient.class)))
                .isEqualTo("Second");
        assertThat(fhir.get("Patient/versions/_history").as(Bundle.class).getEntry())
                .hasSize(3);
        fhir.get("Patient/versions").isRefusal(410, IssueType.DELETED);
    }

    @Test
    void anUnchangedResourceMakesNoVersion() {
        fhir.put("Patient/unchanged", patient("unchanged", "Same")).hasStatus(201);

        var again = fhir.put("Patient/unchanged", patient("unchanged", "Same")).hasStatus(200);

        assertThat(again.as(Patient.class).getMeta().getVersionId()).isEqualTo("1");
    }

    @Test
    void theServerGivesAnIdWhenTheClientGivesNone() {
        var created = fhir.post("Patient", patient("", "Nameless")).hasStatus(201);

        var location = created.header("Location").orElseThrow();
        assertThat(location).startsWith(fhir.base() + "Patient/").endsWith("/_history/1");
        assertThat(familyName(fhir.get(location).hasStatus(200).as(Patient.class)))
                .isEqualTo("Nameless");
    }

    @Test
    void aConditionalCreateMakesOneResourceHoweverOftenItIsSent() {
        var request = "identifier=" + SYSTEM + "|create";

        createUnlessThere(request, "create").hasStatus(201);
        createUnlessThere(request, "create").hasStatus(200);

        assertThat(matches("create")).hasSize(1);
    }

    @Test
    void aConditionalUpdateCreatesAndThenChangesTheSameResource() {
        var path = "Patient?identifier=" + SYSTEM + "|update";

        fhir.put(path, identified("update", "Before")).hasStatus(201);
        fhir.put(path, identified("update", "After")).hasStatus(200);

        assertThat(matches("update"))
                .singleElement()
                .satisfies(found -> assertThat(familyName((Patient) found)).isEqualTo("After"));
    }

    @Test
    void aConditionalDeleteDeletesTheOneItNamesAndRefusesSeveral() {
        fhir.post("Patient", identified("delete", "One")).hasStatus(201);
        fhir.delete("Patient?identifier=" + SYSTEM + "|delete").hasStatus(200);
        assertThat(matches("delete")).isEmpty();

        fhir.post("Patient", identified("delete-two", "One")).hasStatus(201);
        fhir.post("Patient", identified("delete-two", "Two")).hasStatus(201);
        fhir.delete("Patient?identifier=" + SYSTEM + "|delete-two").isRefusal(412, IssueType.CONFLICT);
        assertThat(matches("delete-two")).hasSize(2);
    }

    @Test
    void anUpdateOfAnOldVersionIsRefused() {
        fhir.put("Patient/locked", patient("locked", "First")).hasStatus(201);
        fhir.put("Patient/locked", patient("locked", "Second")).hasStatus(200);

        var late = fhir.request("Patient/locked")
                .header("Content-Type", "application/fhir+json")
                .header("If-Match", "W/\"1\"")
                .PUT(BodyPublishers.ofString("{\"resourceType\":\"Patient\",\"id\":\"locked\"}"));

        fhir.send(late).isRefusal(409, IssueType.CONFLICT);
    }

    @Test
    void aPatchChangesOneElement() {
        fhir.put("Patient/patched", patient("patched", "Before")).hasStatus(201);

        var patch = fhir.request("Patient/patched")
                .header("Content-Type", "application/json-patch+json")
                .method(
                        "PATCH",
                        BodyPublishers.ofString(
                                "[{\"op\":\"replace\",\"path\":\"/name/0/family\",\"value\":\"After\"}]"));

        assertThat(familyName(fhir.send(patch).hasStatus(200).as(Patient.class)))
                .isEqualTo("After");
    }

    @Test
    void aReferenceToWhatIsNotThereIsRefused() {
        fhir.post("Observation", """
                        {"resourceType":"Observation","status":"final","code":{"text":"HbA1c"},
                         "subject":{"reference":"Patient/nobody-has-this-id"}}""")
                .isRefusal(400, IssueType.INVALID, "Patient/nobody-has-this-id", "Observation.subject");
    }

    private FhirReply createUnlessThere(String condition, String identifier) {
        return fhir.send(fhir.request("Patient")
                .header("Content-Type", "application/fhir+json")
                .header("If-None-Exist", condition)
                .POST(BodyPublishers.ofString("{\"resourceType\":\"Patient\",\"identifier\":[{\"system\":\"" + SYSTEM
                        + "\",\"value\":\"" + identifier + "\"}]}")));
    }

    private List<Resource> matches(String identifier) {
        var found = fhir.get("Patient?identifier=" + SYSTEM + "|" + identifier).as(Bundle.class);
        return found.getEntry().stream()
                .map(Bundle.BundleEntryComponent::getResource)
                .toList();
    }

    private static Patient identified(String identifier, String family) {
        var patient = patient("", family);
        patient.addIdentifier().setSystem(SYSTEM).setValue(identifier);
        return patient;
    }

    private static Patient patient(String id, String family) {
        var patient = new Patient();
        if (!id.isEmpty()) {
            patient.setId(id);
        }
        patient.addName().setFamily(family);
        return patient;
    }

    private static String familyName(Patient patient) {
        return patient.getNameFirstRep().getFamily();
    }
}
