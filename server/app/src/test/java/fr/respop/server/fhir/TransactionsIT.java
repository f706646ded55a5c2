package fr.respop.server.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import fr.respop.server.FhirHttp;
import fr.respop.server.ServerTest;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
class TransactionsIT {

    private final FhirHttp fhir;

    @Autowired
    TransactionsIT(FhirHttp fhir) {
        this.fhir = fhir;
    }

    @Test
    void aTransactionStoresAllItsEntriesAndResolvesTheirReferences() {
        var patient = new Patient();
        var bundle = bundle(BundleType.TRANSACTION);
        post(bundle, patient).setFullUrl("urn:uuid:3f1d1a52-51f4-4f2b-8f3a-0d4e7c8b9a10");
        post(bundle, observation("urn:uuid:3f1d1a52-51f4-4f2b-8f3a-0d4e7c8b9a10"));

        var response = fhir.post("", bundle).hasStatus(200).as(Bundle.class);

        var patientPath = path(response, 0);
        var stored = fhir.get(path(response, 1)).as(Observation.class);
        assertThat(stored.getSubject().getReference()).isEqualTo(patientPath);
    }

    @Test
    void aTransactionWithOneBadEntryStoresNothing() {
        var bundle = bundle(BundleType.TRANSACTION);
        put(bundle, "atomic", new Patient());
        post(bundle, observation("Patient/nobody-has-this-id"));

        fhir.post("", bundle).isRefusal(400, IssueType.INVALID, "Patient/nobody-has-this-id");

        fhir.get("Patient/atomic").isRefusal(404, IssueType.NOTFOUND);
    }

    @Test
    void aTransactionWithAnEntryThatCannotBeReadStoresNothing() {
        fhir.post("", """
                        {"resourceType":"Bundle","type":"transaction","entry":[
                          {"resource":{"resourceType":"Patient","id":"unread"},"request":{"method":"PUT","url":"Patient/unread"}},
                          {"resource":{"resourceType":"Patient","gender":"?"},"request":{"method":"POST","url":"Patient"}}]}""").isRefusal(400, IssueType.STRUCTURE, "gender");

        fhir.get("Patient/unread").isRefusal(404, IssueType.NOTFOUND);
    }

    @Test
    void aBatchStoresItsGoodEntriesAndExplainsTheOthers() {
        var bundle = bundle(BundleType.BATCH);
        put(bundle, "batched", new Patient());
        post(bundle, observation("Patient/nobody-has-this-id"));
        bundle.addEntry().getRequest().setMethod(HTTPVerb.GET).setUrl("Patient/nobody-has-this-id");

        var response = fhir.post("", bundle).hasStatus(200).as(Bundle.class);

        assertThat(response.getEntry())
                .extracting(entry -> entry.getResponse().getStatus().substring(0, 3))
                .containsExactly("201", "400", "404");
        assertThat(issue(response, 1).getCode()).isEqualTo(IssueType.INVALID);
        assertThat(issue(response, 1).getDiagnostics()).startsWith("Resource Patient/nobody-has-this-id not found");
        assertThat(issue(response, 2).getCode()).isEqualTo(IssueType.NOTFOUND);
        fhir.get("Patient/batched").hasStatus(200);
    }

    @Test
    void aBundleThatDoesNotSayWhatItIsIsRefused() {
        fhir.post("", "{\"resourceType\":\"Bundle\"}").isRefusal(400, IssueType.VALUE, "Bundle.type");
        fhir.post("", bundle(BundleType.COLLECTION)).isRefusal(400, IssueType.VALUE, "Bundle.type");
    }

    private static Bundle bundle(BundleType type) {
        var bundle = new Bundle();
        bundle.setType(type);
        return bundle;
    }

    private static Bundle.BundleEntryComponent post(Bundle bundle, Resource resource) {
        var entry = bundle.addEntry().setResource(resource);
        entry.getRequest().setMethod(HTTPVerb.POST).setUrl(resource.fhirType());
        return entry;
    }

    private static void put(Bundle bundle, String id, Resource resource) {
        resource.setId(id);
        var entry = bundle.addEntry().setResource(resource);
        entry.getRequest().setMethod(HTTPVerb.PUT).setUrl(resource.fhirType() + "/" + id);
    }

    private static Observation observation(String subject) {
        var observation = new Observation();
        observation.setStatus(ObservationStatus.FINAL).setSubject(new Reference(subject));
        observation.getCode().setText("HbA1c");
        return observation;
    }

    private static String path(Bundle response, int entry) {
        return response.getEntry().get(entry).getResponse().getLocation().replaceFirst("/_history/.*", "");
    }

    private static OperationOutcome.OperationOutcomeIssueComponent issue(Bundle response, int entry) {
        return ((OperationOutcome) response.getEntry().get(entry).getResponse().getOutcome()).getIssueFirstRep();
    }
}
