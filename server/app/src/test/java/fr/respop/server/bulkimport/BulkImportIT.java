package fr.respop.server.bulkimport;

import static fr.respop.server.BackgroundRequests.outputs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.respop.server.BackgroundRequests;
import fr.respop.server.FhirHttp;
import fr.respop.server.FhirReply;
import fr.respop.server.ServerTest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** From files at an address to resources that measures count, or to a reason for each line that is none. */
@ServerTest
class BulkImportIT {

    private static final String BASE = "https://respop.org/fhir/";

    private final FhirHttp fhir;
    private final BackgroundRequests requests;
    private final FileSource source = new FileSource();

    @Autowired
    BulkImportIT(FhirHttp fhir) {
        this.fhir = fhir;
        this.requests = new BackgroundRequests(fhir);
    }

    @AfterEach
    void close() {
        source.close();
        requests.cancelOpen();
    }

    @Test
    void measuresCountWhatWasImportedWhateverTheOrderOfTheFiles() {
        var diabetes = source.file("Condition", List.of(diabetes("a"), diabetes("b"), diabetes("c")));
        var residents = source.file("Patient", List.of(resident("a"), resident("b"), resident("c"), resident("well")));
        var territory = source.file("Organization", List.of(territory()));
        var population = source.file("Group", List.of(population()));

        var report =
                imported("Condition", diabetes, "Group", population, "Patient", residents, "Organization", territory);

        assertThat(counts(report))
                .containsExactlyInAnyOrder(
                        "Organization 1 stored 0 refused",
                        "Patient 4 stored 0 refused",
                        "Group 1 stored 0 refused",
                        "Condition 3 stored 0 refused");
        assertThat(diabetics()).isEqualTo(3);
        // Results are kept: the next evaluation has to know whose record the import wrote.
        imported("Condition", source.file("more", List.of(diabetes("well"))));
        assertThat(diabetics()).isEqualTo(4);
        assertThat(fhir.get("Patient/imported-a")
                        .as(Patient.class)
                        .getExtension()
                        .get(0)
                        .getUrl())
                .endsWith("respop-residence-territory");
    }

    @Test
    void aLineThatIsRefusedIsNamedAndTheRestIsKept() {
        var lines = source.file(
                "mixed",
                List.of(
                        patient("kept-1"),
                        "{\"resourceType\":\"Patient\",\"id\":\"broken\"",
                        "",
                        "{\"resourceType\":\"Patient\"}",
                        "{\"resourceType\":\"Practitioner\",\"id\":\"other\"}",
                        "{\"resourceType\":\"Patient\",\"id\":\"unknown-element\",\"nickname\":\"x\"}",
                        "{\"resourceType\":\"Patient\",\"id\":\"dangling\",\"generalPractitioner\":[{\"reference\":\"Practitioner/nobody\"}]}",
                        "{\"resourceType\":\"Patient\",\"id\":\"unkept\",\"meta\":{\"profile\":[\"" + BASE
                                + "StructureDefinition/respop-resident\"]}}",
                        patient("kept-2")));

        var status = accepted("Patient", lines);

        var report = report(status);
        assertThat(counts(report)).containsExactly("Patient 2 stored 6 refused");
        assertThat(refused(report))
                .hasSize(6)
                .satisfiesExactlyInAnyOrder(
                        line -> assertThat(line).startsWith("2 invalid: The body is not well-formed JSON"),
                        line -> assertThat(line).startsWith("4 required: An imported resource needs an id"),
                        line -> assertThat(line).startsWith("5 structure: The file is of type Patient"),
                        line -> assertThat(line).startsWith("6 structure: Element nickname"),
                        line -> assertThat(line).startsWith("7 invalid: Resource Practitioner/nobody not found"),
                        line -> assertThat(line).startsWith("8 invariant: "));
        fhir.get("Patient/kept-1").hasStatus(200);
        fhir.get("Patient/kept-2").hasStatus(200);
        fhir.get("Patient/unkept").isRefusal(404, IssueType.NOTFOUND);
        assertThat(outputs(requests.task(status), "lines-read")).containsExactly("8");
    }

    @Test
    void oneBadLineAmongManyCostsOnlyItself() {
        var lines = new ArrayList<>(IntStream.range(0, 250)
                .mapToObj(number -> patient("many-" + number))
                .toList());
        lines.set(
                137,
                "{\"resourceType\":\"Patient\",\"id\":\"many-137\",\"managingOrganization\":{\"reference\":\"Organization/nowhere\"}}");

        var report = imported("Patient", source.file("many", lines));

        assertThat(counts(report)).containsExactly("Patient 249 stored 1 refused");
        assertThat(refused(report)).singleElement().asString().startsWith("138 invalid");
    }

    @Test
    void aLineMayReferToALaterOne() {
        var first = source.file(
                "first", List.of(observation("panel", "\"hasMember\":[{\"reference\":\"Observation/part\"}]")));
        var second = source.file("second", List.of(observation("part", "\"valueString\":\"x\"")));

        var report = imported("Observation", first, "Observation", second);

        assertThat(counts(report)).containsExactly("Observation 1 stored 0 refused", "Observation 1 stored 0 refused");
        assertThat(refused(report)).isEmpty();
    }

    @Test
    void theSameFileAgainChangesNothing() {
        var file = source.file("again", List.of(patient("again")));

        imported("Patient", file);
        imported("Patient", file);

        assertThat(fhir.get("Patient/again").as(Patient.class).getMeta().getVersionId())
                .isEqualTo("1");
    }

    @Test
    void theRulesForClientsHoldForWhatTheyImport() {
        imported("Patient", source.file("Patient", List.of(patient("smuggled"))));

        var report = imported("EpisodeOfCare", source.file("EpisodeOfCare", List.of("""
                        {"resourceType":"EpisodeOfCare","id":"smuggled","status":"active","patient":{"reference":"Patient/smuggled"},
                         "type":[{"coding":[{"system":"%sCodeSystem/respop-programme","code":"diabetes"}]}]}""".formatted(BASE)
                .replace("\n", ""))));

        assertThat(refused(report)).singleElement().asString().contains("$include");
        fhir.get("EpisodeOfCare/smuggled").isRefusal(404, IssueType.NOTFOUND);
    }

    @Test
    void aFileThatCannotBeFetchedIsNamedAndNothingIsStored() {
        var good = source.file("good", List.of(patient("unstored")));

        requests.awaitEnd(accepted("Patient", good, "Condition", source.url("absent")))
                .isRefusal(422, IssueType.NOTFOUND, "The file of type Condition", "status 404", "Nothing was stored");

        fhir.get("Patient/unstored").isRefusal(404, IssueType.NOTFOUND);
    }

    @Test
    void noSourceLeadsToAnotherPlace() {
        var elsewhere = source.redirect("elsewhere", source.file("target", List.of(patient("redirected"))));

        requests.awaitEnd(accepted("Patient", elsewhere)).isRefusal(422, IssueType.NOTFOUND, "status 302");
    }

    @Test
    void cancellingEndsIt() {
        var status = accepted("Patient", source.slowFile("slow", List.of(patient("cancelled"))));
        await().untilAsserted(
                        () -> assertThat(fhir.get(status).header("X-Progress")).contains("0 % (0 of 0 lines)"));

        var reply = fhir.delete(status).hasStatus(202);
        source.release();

        assertThat(reply.body()).contains("stored until now stays");
        assertThat(requests.task(status).getStatus()).isEqualTo(TaskStatus.CANCELLED);
        fhir.get(status).isRefusal(404, IssueType.NOTFOUND, "cancelled");
        // The next one has to wait until it has ended.
        imported("Patient", source.file("next", List.of(patient("after-cancelled"))));
        fhir.get("Patient/cancelled").isRefusal(404, IssueType.NOTFOUND);
    }

    @Test
    void onlyListedPlacesAreRead() {
        begin("Patient", "http://10.0.0.1/Patient.ndjson").isRefusal(403, IssueType.FORBIDDEN, "respop.import.sources");
        begin("Patient", "https://127.0.0.1/Patient.ndjson").isRefusal(403, IssueType.FORBIDDEN);
        begin("Patient", "file:/etc/hostname").isRefusal(400, IssueType.VALUE, "absolute https");
        begin("Patient", source.url("a/../b")).isRefusal(400, IssueType.VALUE, "dots");
        begin("Patient", "http://me@127.0.0.1/Patient.ndjson").isRefusal(400, IssueType.VALUE, "user");
    }

    @Test
    void whatIsMissingOrNotOfferedIsRefusedAtOnce() {
        var file = source.file("unused", List.of());
        var before = requests.tasks();

        fhir.post("$import", parameters("Patient", file)).isRefusal(400, IssueType.REQUIRED, "Prefer: respond-async");
        begin("{\"resourceType\":\"Parameters\"}").isRefusal(400, IssueType.REQUIRED, "at least one file");
        begin(parameters("Patient", file).replace("\"url\"", "\"uri\""))
                .isRefusal(400, IssueType.REQUIRED, "type and url");
        begin("Person-like", file).isRefusal(400, IssueType.CODEINVALID, "resource type");
        begin(with("inputFormat", "text/csv", file)).isRefusal(400, IssueType.NOTSUPPORTED, "application/fhir+ndjson");
        begin(with("mode", "replace", file)).isRefusal(400, IssueType.NOTSUPPORTED, "no parameter mode");

        assertThat(requests.tasks()).isEqualTo(before);
    }

    private Parameters imported(String... typesAndUrls) {
        return report(accepted(typesAndUrls));
    }

    private String accepted(String... typesAndUrls) {
        return requests.statusOf(begin(parameters(typesAndUrls)));
    }

    private Parameters report(String status) {
        return (Parameters) requests.result(status).getEntryFirstRep().getResource();
    }

    private FhirReply begin(String type, String url) {
        return begin(parameters(type, url));
    }

    private FhirReply begin(String body) {
        return fhir.send(fhir.request("$import")
                .header("Prefer", "respond-async")
                .header("Content-Type", "application/fhir+json")
                .POST(BodyPublishers.ofString(body)));
    }

    private static String parameters(String... typesAndUrls) {
        return "{\"resourceType\":\"Parameters\",\"parameter\":[" + inputs(typesAndUrls) + "]}";
    }

    private static String with(String name, String value, String url) {
        return "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"" + name + "\",\"valueCode\":\"" + value
                + "\"}," + inputs("Patient", url) + "]}";
    }

    private static String inputs(String... typesAndUrls) {
        return String.join(
                ",",
                IntStream.range(0, typesAndUrls.length / 2)
                        .mapToObj(i -> """
                                {"name":"input","part":[{"name":"type","valueCode":"%s"},{"name":"url","valueUri":"%s"}]}""".formatted(typesAndUrls[2 * i], typesAndUrls[2 * i + 1]))
                        .toList());
    }

    private static List<String> counts(Parameters report) {
        return report.getParameter().stream()
                .filter(parameter -> parameter.getName().equals("file"))
                .map(file -> part(file, "type") + " " + part(file, "stored") + " stored " + part(file, "refused")
                        + " refused")
                .toList();
    }

    private static List<String> refused(Parameters report) {
        return report.getParameter().stream()
                .filter(parameter -> parameter.getName().equals("refusedLine"))
                .map(line -> part(line, "line") + " " + reason(line))
                .toList();
    }

    private static String reason(ParametersParameterComponent line) {
        return line.getPart().stream()
                .filter(part -> part.getName().equals("reason"))
                .map(part -> ((OperationOutcome) part.getResource()).getIssueFirstRep())
                .map(issue -> issue.getCode().toCode() + ": " + issue.getDiagnostics())
                .findFirst()
                .orElseThrow();
    }

    private static String part(ParametersParameterComponent parameter, String name) {
        return parameter.getPart().stream()
                .filter(part -> part.getName().equals(name))
                .map(part -> part.getValue().primitiveValue())
                .findFirst()
                .orElseThrow();
    }

    private int diabetics() {
        return fhir.get(
                        "Measure/DiabetesPyramid/$evaluate-measure?subject=Group/imported-diabetes&periodStart=2025-01-01"
                                + "&periodEnd=2025-12-31")
                .hasStatus(200)
                .as(MeasureReport.class)
                .getGroupFirstRep()
                .getPopulationFirstRep()
                .getCount();
    }

    private static String patient(String id) {
        return "{\"resourceType\":\"Patient\",\"id\":\"" + id + "\"}";
    }

    private static String observation(String id, String more) {
        return "{\"resourceType\":\"Observation\",\"id\":\"" + id + "\",\"status\":\"final\",\"code\":{\"text\":\"x\"},"
                + more + "}";
    }

    private static String resident(String id) {
        return "{\"resourceType\":\"Patient\",\"id\":\"imported-" + id
                + "\",\"active\":true,\"birthDate\":\"1960-05-01\","
                + "\"gender\":\"female\",\"address\":[{\"use\":\"home\",\"postalCode\":\"99981\",\"country\":\"FRA\"}]}";
    }

    private static String diabetes(String id) {
        return line("""
                {"resourceType":"Condition","id":"imported-%1$s-diabetes","subject":{"reference":"Patient/imported-%1$s"},
                 "clinicalStatus":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/condition-clinical","code":"active"}]},
                 "verificationStatus":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/condition-ver-status","code":"confirmed"}]},
                 "code":{"coding":[{"system":"http://hl7.org/fhir/sid/icd-10","code":"E11.9"}]},"recordedDate":"2020-01-01"}""".formatted(id));
    }

    private static String territory() {
        return line("""
                {"resourceType":"Organization","id":"imported","active":true,"name":"Imported",
                 "type":[{"coding":[{"system":"%1$sCodeSystem/respop-organization-type","code":"territory"}]}],
                 "extension":[{"url":"%1$sStructureDefinition/respop-postal-code","valueString":"99981"}]}""".formatted(BASE));
    }

    private static String population() {
        return line("""
                {"resourceType":"Group","id":"imported-diabetes","type":"person","actual":false,"active":true,"characteristic":[
                 {"code":{"coding":[{"system":"%1$sCodeSystem/respop-group-characteristic","code":"territory"}]},
                  "valueReference":{"reference":"Organization/imported"},"exclude":false},
                 {"code":{"coding":[{"system":"%1$sCodeSystem/respop-group-characteristic","code":"programme"}]},
                  "valueCodeableConcept":{"coding":[{"system":"%1$sCodeSystem/respop-programme","code":"diabetes"}]},
                  "exclude":false}]}""".formatted(BASE));
    }

    private static String line(String json) {
        return String.join(
                "", Arrays.stream(json.split("\n")).map(String::strip).toList());
    }
}
