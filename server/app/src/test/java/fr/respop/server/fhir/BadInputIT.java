package fr.respop.server.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hl7.fhir.r4.model.OperationOutcome.IssueType.CODEINVALID;
import static org.hl7.fhir.r4.model.OperationOutcome.IssueType.INVALID;
import static org.hl7.fhir.r4.model.OperationOutcome.IssueType.NOTFOUND;
import static org.hl7.fhir.r4.model.OperationOutcome.IssueType.NOTSUPPORTED;
import static org.hl7.fhir.r4.model.OperationOutcome.IssueType.STRUCTURE;
import static org.hl7.fhir.r4.model.OperationOutcome.IssueType.TOOLONG;
import static org.hl7.fhir.r4.model.OperationOutcome.IssueType.VALUE;

import fr.respop.server.FhirHttp;
import fr.respop.server.FhirReply;
import fr.respop.server.OnAnyDatabase;
import fr.respop.server.ServerTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.hl7.fhir.r4.model.Bundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@OnAnyDatabase
@ServerTest
class BadInputIT {

    private static final String PERIOD = "periodStart=2025-01-01&periodEnd=2025-12-31";

    private final FhirHttp fhir;

    @Autowired
    BadInputIT(FhirHttp fhir) {
        this.fhir = fhir;
    }

    @Test
    void jsonThatIsNotWellFormedIsRefusedWithItsPlace() {
        fhir.post("Patient", "{\"resourceType\":\"Patient\",\n \"birthDate\": }")
                .isRefusal(400, INVALID, "not well-formed JSON", "line 2, column 15");
        fhir.post("Patient", "{\"resourceType\":\"Patient\",").isRefusal(400, INVALID, "not well-formed JSON");
    }

    @Test
    void xmlThatIsNotWellFormedIsRefusedWithItsPlace() {
        var reply = send(
                "application/fhir+xml", "<Patient xmlns=\"http://hl7.org/fhir\"><active value=\"true\"></Patient>");

        assertThat(reply.hasStatus(400).body()).contains("not well-formed XML: line 1, column");
    }

    @Test
    void xmlThatAsksForAFileOfTheServerIsRefused() {
        var reply = send(
                "application/fhir+xml",
                "<!DOCTYPE p [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>"
                        + "<Patient xmlns=\"http://hl7.org/fhir\"><name><family value=\"&x;\"/></name></Patient>");

        assertThat(reply.hasStatus(400).body()).contains("not well-formed XML");
    }

    @Test
    void aValueThatIsRefusedIsNotRepeated() {
        var reply = fhir.post("Patient", "{\"resourceType\":\"Patient\",\"birthDate\":\"1980-13-45\"}");

        reply.isRefusal(400, STRUCTURE, "birthDate", "YYYY-MM-DD");
        assertThat(reply.body()).doesNotContain("1980-13-45");
    }

    @Test
    void anElementThatFhirDoesNotHaveIsRefusedRatherThanLost() {
        fhir.post("Patient", "{\"resourceType\":\"Patient\",\"familyName\":\"Dupont\"}")
                .isRefusal(400, STRUCTURE, "Element familyName", "no such element");
        fhir.post("Patient", "{\"resourceType\":\"Patient\",\"name\":\"Dupont\"}")
                .isRefusal(400, STRUCTURE, "Element name", "expected object, found string");
        fhir.post("Patient", "{\"resourceType\":\"Patient\",\"gender\":\"malee\"}")
                .isRefusal(400, STRUCTURE, "Element gender");
    }

    @Test
    void aBodyOfAnotherTypeThanItsAddressIsRefused() {
        fhir.post("Patient", "{\"resourceType\":\"Observation\"}").isRefusal(400, STRUCTURE, "Patient", "Observation");
        fhir.post("Patient", "{\"name\":[]}").isRefusal(400, STRUCTURE, "resourceType");
        fhir.post("Patient", "").isRefusal(400, STRUCTURE);
    }

    @Test
    void anIdThatDoesNotFitItsAddressIsRefused() {
        fhir.put("Patient/a", "{\"resourceType\":\"Patient\",\"id\":\"b\"}").isRefusal(400, INVALID, "ID");
        fhir.put("Patient/a", "{\"resourceType\":\"Patient\"}").isRefusal(400, INVALID, "ID");
        fhir.put("Patient/a_b", "{\"resourceType\":\"Patient\",\"id\":\"a_b\"}").isRefusal(400, INVALID, "a_b");
        fhir.put("Patient", "{\"resourceType\":\"Patient\",\"id\":\"a\"}").isRefusal(400, INVALID, "[id]");
    }

    @Test
    void whatIsNotThereIsNotFound() {
        fhir.get("Patient/nobody").isRefusal(404, NOTFOUND, "Patient/nobody");
        fhir.get("Patient/nobody/_history/2").isRefusal(404, NOTFOUND, "Patient/nobody");
        fhir.get("Patient/nobody/$everything").isRefusal(404, NOTFOUND, "nobody");
    }

    @Test
    void anUnknownResourceTypeIsNotFound() {
        fhir.get("Patients").isRefusal(404, NOTSUPPORTED, "no resource type Patients");
        fhir.post("Patients", "{\"resourceType\":\"Patient\"}")
                .isRefusal(404, NOTSUPPORTED, "no resource type Patients");
    }

    @ParameterizedTest
    @ValueSource(strings = {"$nothing", "Patient/$nothing", "Patient/x/$nothing", "Patient/x/y/z"})
    void anUnknownOperationIsNotFound(String path) {
        fhir.get(path).isRefusal(404, NOTSUPPORTED, path, "CapabilityStatement");
        fhir.post(path, "{\"resourceType\":\"Parameters\"}").isRefusal(404, NOTSUPPORTED, path);
    }

    @Test
    void aMethodThatAnAddressDoesNotHaveIsRefused() {
        fhir.delete("metadata").isRefusal(405, NOTSUPPORTED, "GET");
    }

    @ParameterizedTest
    @CsvSource({
        "Patient?colour=blue, colour",
        "Patient?name:nearly=Dupont, :nearly",
        "Patient?birthdate=yesterday, birthdate",
        "Patient?birthdate=2025-13-01, birthdate",
        "Patient?_lastUpdated=zz2020, _lastUpdated",
        "RiskAssessment?probability=high, probability",
        "Observation?value-quantity=high, value-quantity",
        "Patient?_count=many, _count",
        "Patient?_count=-5, _count",
        "Patient?_summary=short, _summary",
        "Patient?_total=some, _total",
        "Patient?_sort=colour, colour",
        "Patient?_include=Patient:colour, colour",
        "Patient?_has:Foo:subject:code=1, Foo",
        "Patient?_elements=id&_pretty=perhaps, _pretty"
    })
    void aParameterThatMeansNothingIsRefusedByName(String path, String name) {
        var reply = fhir.get(path).hasStatus(400);

        assertThat(reply.body()).contains("OperationOutcome", name).doesNotContain("HAPI-");
    }

    @Test
    void anAddressThatIsNoTextIsRefused() throws IOException {
        assertThat(fhir.sendRaw("GET /fhir/Patient?name=%zz HTTP/1.1", "127.0.0.1"))
                .startsWith("HTTP/1.1 400")
                .contains("OperationOutcome");
        fhir.get("Patient?name=a%00b").isRefusal(400, INVALID, "Percent-encode");
    }

    @Test
    void aBodyInAFormatThatIsNotReadIsRefused() {
        send("text/plain", "{\"resourceType\":\"Patient\"}").isRefusal(415, NOTSUPPORTED, "application/fhir+json");
        send("application/x-www-form-urlencoded", "active=true").isRefusal(415, NOTSUPPORTED, "application/fhir+json");
        fhir.send(fhir.request("Patient").POST(BodyPublishers.ofString("{\"resourceType\":\"Patient\"}")))
                .isRefusal(415, NOTSUPPORTED, "Content-Type");
        fhir.send(fhir.request("Patient")
                        .header("Content-Type", "application/fhir+json")
                        .header("Content-Encoding", "br")
                        .POST(BodyPublishers.ofString("{}")))
                .isRefusal(415, NOTSUPPORTED, "gzip");
    }

    @Test
    void anAnswerInAFormatThatIsNotWrittenIsRefused() {
        fhir.send(fhir.request("Patient").header("Accept", "application/pdf")).isRefusal(406, NOTSUPPORTED, "Accept");
        fhir.get("Patient?_format=pdf").isRefusal(406, NOTSUPPORTED, "_format");
        fhir.send(fhir.request("Patient").header("Accept", "text/html, */*;q=0.1"))
                .hasStatus(200);
    }

    @Test
    void aBodyOverTheLimitIsRefused() throws IOException {
        var tooLarge = "{\"resourceType\":\"Patient\",\"text\":{\"div\":\"" + "x".repeat(21 * 1024 * 1024) + "\"}}";

        fhir.post("Patient", tooLarge).isRefusal(413, TOOLONG, "20 MB", "respop.fhir.maximum-body-size");
        send(BodyPublishers.fromPublisher(BodyPublishers.ofString(tooLarge)), false)
                .isRefusal(413, TOOLONG, "20 MB");
        send(BodyPublishers.ofByteArray(gzip(tooLarge)), true).isRefusal(413, TOOLONG, "20 MB");
    }

    @Test
    void aGzippedBodyIsRead() throws IOException {
        send(BodyPublishers.ofByteArray(gzip("{\"resourceType\":\"Patient\"}")), true)
                .hasStatus(201);
    }

    @Test
    void aMeasureThatIsNotThereIsNotFound() {
        fhir.get("Measure/Nothing/$evaluate-measure?" + PERIOD).isRefusal(404, NOTFOUND, "Measure/Nothing");
        fhir.get("Measure/$evaluate-measure?measure=https://example.org/Measure/x&" + PERIOD)
                .isRefusal(404, NOTFOUND, "https://example.org/Measure/x");
        fhir.get("Measure/DiabetesPyramid/$evaluate-measure?subject=Group/nothing&" + PERIOD)
                .isRefusal(404, NOTFOUND, "Group/nothing");
        fhir.get("Measure/DiabetesPyramid/$evaluate-measure?subject=Patient/nobody&" + PERIOD)
                .isRefusal(404, NOTFOUND, "Patient/nobody");
    }

    @Test
    void aPeriodThatCannotBeUsedIsRefused() {
        var pyramid = "Measure/DiabetesPyramid/$evaluate-measure?";

        fhir.get(pyramid + "periodEnd=2025-12-31").isRefusal(400, VALUE, "periodStart");
        fhir.get(pyramid + "periodStart=2025-01-01").isRefusal(400, VALUE, "periodEnd");
        fhir.get(pyramid + "periodStart=soon&periodEnd=2025-12-31").isRefusal(400, VALUE, "periodStart", "YYYY-MM-DD");
        fhir.get(pyramid + "periodStart=2025-12-31&periodEnd=2025-01-01").isRefusal(400, VALUE, "before periodStart");
        fhir.get(pyramid + PERIOD + "&reportType=long").isRefusal(400, CODEINVALID, "subject-list");
    }

    @Test
    void aMeasureThatCannotBeEvaluatedGivesTheReasonAndNoCounts() {
        fhir.put("Measure/without-its-library", """
                        {"resourceType":"Measure","id":"without-its-library","status":"active",
                         "url":"https://example.org/Measure/without-its-library",
                         "library":["https://example.org/Library/Absent"],
                         "scoring":{"coding":[
                           {"system":"http://terminology.hl7.org/CodeSystem/measure-scoring","code":"cohort"}]},
                         "group":[{"id":"g","population":[{"id":"p",
                           "code":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/measure-population",
                             "code":"initial-population"}]},
                           "criteria":{"language":"text/cql-identifier","expression":"Initial Population"}}]}]}""").hasStatus(201);

        var reply = fhir.get("Measure/without-its-library/$evaluate-measure?" + PERIOD)
                .hasStatus(422);

        assertThat(reply.body()).contains("OperationOutcome", "https://example.org/Library/Absent");
    }

    @Test
    void aRefusedRequestStoresNothing() {
        fhir.post("Patient", "{\"resourceType\":\"Patient\",\"name\":[{\"family\":\"Refused\"}],\"gender\":\"?\"}")
                .hasStatus(400);

        assertThat(fhir.get("Patient?family=Refused").as(Bundle.class).getEntry())
                .isEmpty();
    }

    private FhirReply send(String contentType, String body) {
        return fhir.send(
                fhir.request("Patient").header("Content-Type", contentType).POST(BodyPublishers.ofString(body)));
    }

    private FhirReply send(BodyPublisher body, boolean isGzipped) {
        var request = fhir.request("Patient").header("Content-Type", "application/fhir+json");
        if (isGzipped) {
            request.header("Content-Encoding", "gzip");
        }
        return fhir.send(request.POST(body));
    }

    private static byte[] gzip(String text) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return packed.toByteArray();
    }
}
