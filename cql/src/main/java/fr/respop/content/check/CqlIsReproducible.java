package fr.respop.content.check;

import com.fasterxml.jackson.databind.JsonNode;
import fr.respop.content.check.JsonWalk.Place;
import fr.respop.content.cql.TranslatedLibrary;
import fr.respop.content.source.Content;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** One resident and one period give one answer, on every day and on every engine. */
final class CqlIsReproducible implements Rule {

    private static final Set<String> CLOCKS = Set.of("Today", "Now", "TimeOfDay");

    @Override
    public Stream<Finding> findings(Content content) {
        return content.libraries().stream()
                .flatMap(library -> Stream.concat(ofParameters(library), ofDefines(library)));
    }

    private static Stream<Finding> ofParameters(TranslatedLibrary library) {
        return nodes(library.elm().at("/parameters/def"))
                .filter(parameter -> parameter.path("name").asText().equals("Measurement Period"))
                .filter(parameter -> parameter.has("default"))
                .map(parameter -> new Finding(
                        CqlPlace.of(library, parameter) + ", parameter \"Measurement Period\"",
                        "it has a default, so a request without a period would be answered for a chance one.",
                        "Remove the default."));
    }

    private static Stream<Finding> ofDefines(TranslatedLibrary library) {
        return nodes(library.elm().at("/statements/def")).flatMap(define -> {
            String name = ", define \"" + define.path("name").asText() + "\"";
            return JsonWalk.objects(define).flatMap(place -> ofExpression(library, name, place));
        });
    }

    private static Stream<Finding> ofExpression(TranslatedLibrary library, String define, Place place) {
        String type = place.node().path("type").asText();
        String where = CqlPlace.of(library, place.node()) + define;
        if (CLOCKS.contains(type)) {
            return Stream.of(new Finding(
                    where,
                    type + "() gives another answer every day.",
                    "Use the end of \"Measurement Period\" as the date of evaluation."));
        }
        if (place.node().at("/sort/by").size() > 1) {
            return Stream.of(new Finding(
                    where,
                    "the Java engine sorts by the last of several keys only, other engines by all.",
                    "Sort by one key, and break ties before."));
        }
        return Stream.of();
    }

    private static Stream<JsonNode> nodes(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
