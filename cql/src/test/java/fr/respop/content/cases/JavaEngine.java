package fr.respop.content.cases;

import com.fasterxml.jackson.databind.JsonNode;
import fr.respop.engine.MeasurementPeriod;
import fr.respop.engine.content.Content;
import fr.respop.engine.content.CqlLibrary;
import fr.respop.engine.cql.SubjectRunner;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The engine of the server, on the content of this build. */
final class JavaEngine {

    private final String canonicalBase = "https://respop.org/fhir";
    private final Content content;
    private final Map<MeasurementPeriod, SubjectRunner> runners = new HashMap<>();

    JavaEngine(PackedContent packed) {
        content = new Content(packed.source());
    }

    /** The public expressions of a library. */
    List<String> expressions(String library) {
        return library(library).expressions();
    }

    /** The values of expressions by name. */
    Map<String, JsonNode> evaluate(String library, List<String> expressions, Resident resident) {
        var runner = runners.computeIfAbsent(
                resident.period(), period -> new SubjectRunner(content, period.start(), period.end(), Map.of()));
        runner.enter(resident.id(), resident.resources());
        var result = runner.evaluate(library(library), expressions);
        Map<String, JsonNode> values = new TreeMap<>();
        for (String expression : expressions) {
            var value = result.get(expression);
            values.put(expression, NormalForm.of(value == null ? null : value.getValue()));
        }
        return values;
    }

    private CqlLibrary library(String name) {
        return content.library(canonicalBase + "/Library/" + name);
    }
}
