package fr.respop.server.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import fr.respop.server.FhirHttp;
import fr.respop.server.FhirReply;
import fr.respop.server.OnAnyDatabase;
import fr.respop.server.ServerTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@OnAnyDatabase
@ServerTest
class CapabilitiesIT {

    private final FhirHttp fhir;

    @Autowired
    CapabilitiesIT(FhirHttp fhir) {
        this.fhir = fhir;
    }

    @Test
    void theServerSaysWhatItIs() {
        var statement = capabilities();

        assertThat(statement.getSoftware().getName()).isEqualTo("Respop");
        assertThat(statement.getSoftware().getVersion()).isNotBlank();
        assertThat(statement.getFhirVersion().toCode()).isEqualTo("4.0.1");
        assertThat(statement.getImplementationGuide())
                .extracting(guide -> guide.getValue())
                .containsExactly("https://respop.org/fhir/ImplementationGuide/org.respop.fhir");
    }

    @Test
    void everyOperationThatIsListedIsAnswered() {
        var unanswered = placesToCall().stream().collect(Collectors.toMap(path -> path, this::call)).entrySet().stream()
                .filter(call -> isUnanswered(call.getValue()))
                .map(call -> call.getKey() + ": " + call.getValue().status() + " "
                        + call.getValue().body());

        assertThat(unanswered).isEmpty();
    }

    @Test
    void theOperationsOfTheProgrammeAreListed() {
        assertThat(listed())
                .contains(
                        "Measure/$evaluate-measure",
                        "Measure/$care-gaps",
                        "Library/$evaluate",
                        "PlanDefinition/$apply",
                        "Patient/$everything",
                        "$cql",
                        "$export");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$expunge",
                "$get-resource-counts",
                "$mark-all-resources-for-reindexing",
                "$perform-reindexing-pass",
                "$reindex-terminology",
                "$hapi.fhir.replace-references",
                "Patient/$expunge",
                "Patient/x/$expunge",
                "Patient/$hapi.fhir.merge",
                "ValueSet/x/$invalidate-expansion"
            })
    void operationsThatEraseOrRebuildAreNeitherListedNorReachable(String path) {
        assertThat(listed()).doesNotContain(path);
        assertThat(isUnknown(post(path))).as(path).isTrue();
        assertThat(isUnknown(fhir.get(path))).as(path).isTrue();
    }

    @Test
    void everyResourceTypeCanBeSearched() {
        assertThat(capabilities().getRestFirstRep().getResource())
                .extracting(resource -> entry(
                        resource.getType(),
                        resource.getInteraction().stream()
                                .anyMatch(interaction ->
                                        interaction.getCode().toCode().equals("search-type"))))
                .hasSizeGreaterThan(140)
                .allSatisfy(resource ->
                        assertThat(resource.getValue()).as(resource.getKey()).isTrue());
    }

    private CapabilityStatement capabilities() {
        return fhir.get("metadata").hasStatus(200).as(CapabilityStatement.class);
    }

    /** Where each operation is listed, by its definition. */
    private Map<String, List<String>> operations() {
        var rest = capabilities().getRestFirstRep();
        var places = new TreeMap<String, List<String>>();
        for (var resource : rest.getResource()) {
            for (var operation : resource.getOperation()) {
                places.computeIfAbsent(operation.getDefinition(), definition -> new ArrayList<>())
                        .add(resource.getType() + "/$" + operation.getName());
            }
        }
        for (var operation : rest.getOperation()) {
            places.computeIfAbsent(operation.getDefinition(), definition -> new ArrayList<>())
                    .add("$" + operation.getName());
        }
        return places;
    }

    private List<String> listed() {
        return operations().values().stream().flatMap(List::stream).toList();
    }

    /** An operation of every type is one method: it is called on one type, and on the system where it is listed. */
    private List<String> placesToCall() {
        return operations().values().stream()
                .flatMap(places ->
                        places.size() < 10 ? places.stream() : Stream.of(places.get(0), places.get(places.size() - 1)))
                .toList();
    }

    /** On the type or the system; an operation of instances only is called on one. */
    private FhirReply call(String path) {
        var onType = post(path);
        return isUnknown(onType) && path.contains("/") ? post(path.replace("/", "/any/")) : onType;
    }

    private FhirReply post(String path) {
        return fhir.post(path, "{\"resourceType\":\"Parameters\"}");
    }

    private static boolean isUnanswered(FhirReply reply) {
        return isUnknown(reply) || reply.status() == 405 || reply.status() == 500 || reply.status() == 501;
    }

    private static boolean isUnknown(FhirReply reply) {
        return reply.status() == 404 && reply.body().contains("\"code\":\"not-supported\"");
    }
}
