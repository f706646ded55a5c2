package fr.respop.server.fhir;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.respop.server.FhirHttp;
import fr.respop.server.ServerTest;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Patient;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
class BulkExportIT {

    private final FhirHttp fhir;

    @Autowired
    BulkExportIT(FhirHttp fhir) {
        this.fhir = fhir;
    }

    @Test
    void anExportGivesEveryResourceAsALineOfAFile() throws JsonProcessingException {
        var patient = new Patient();
        patient.setId("exported");
        fhir.put("Patient/exported", patient);

        var accepted = fhir.send(fhir.request("$export?_type=Patient").header("Prefer", "respond-async"))
                .hasStatus(202);
        var poll = accepted.header("Content-Location").orElseThrow();
        await().atMost(120, SECONDS)
                .pollInterval(1, SECONDS)
                .until(() -> fhir.get(poll).status() != 202);

        var manifest = new ObjectMapper().readTree(fhir.get(poll).hasStatus(200).body());
        assertThat(manifest.get("output")).isNotEmpty();
        assertThat(manifest.get("output"))
                .anySatisfy(file -> assertThat(download(file)).contains("\"id\":\"exported\""));
    }

    @Test
    void anExportThatIsNotAskedForAsynchronouslyIsRefused() {
        fhir.get("$export").isRefusal(400, IssueType.INVALID, "async");
    }

    @Test
    void anExportOfAnUnknownTypeIsRefused() {
        fhir.send(fhir.request("$export?_type=Foo").header("Prefer", "respond-async"))
                .isRefusal(400, IssueType.INVALID, "Foo");
    }

    /** A file is a Binary; asked for as NDJSON it is the lines themselves. */
    private String download(JsonNode file) {
        return fhir.send(fhir.request(file.get("url").asText()).header("Accept", "application/fhir+ndjson"))
                .hasStatus(200)
                .body();
    }
}
