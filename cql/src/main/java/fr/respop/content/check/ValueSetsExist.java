package fr.respop.content.check;

import com.fasterxml.jackson.databind.JsonNode;
import fr.respop.content.cql.TranslatedLibrary;
import fr.respop.content.source.Artifact;
import fr.respop.content.source.Content;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Every value set that CQL or another value set names is in the package or beside it, whoever publishes it: no server
 * has to fetch one.
 */
final class ValueSetsExist implements Rule {

    @Override
    public Stream<Finding> findings(Content content) {
        Stream<Finding> cql = content.libraries().stream().flatMap(library -> ofLibrary(library, content));
        Stream<Finding> valueSets = content.ofType("ValueSet").stream().flatMap(one -> ofValueSet(one, content));
        return Stream.concat(cql, valueSets);
    }

    private static Stream<Finding> ofLibrary(TranslatedLibrary library, Content content) {
        JsonNode named = library.elm().at("/valueSets/def");
        return StreamSupport.stream(named.spliterator(), false)
                .flatMap(valueSet -> missing(
                        CqlPlace.of(library, valueSet) + ", valueset \""
                                + valueSet.path("name").asText() + "\"",
                        valueSet.path("id").asText(),
                        content));
    }

    private static Stream<Finding> ofValueSet(Artifact valueSet, Content content) {
        return JsonWalk.texts(valueSet.json())
                .filter(place -> place.path().matches("compose\\.(include|exclude)\\[\\d+]\\.valueSet\\[\\d+]"))
                .flatMap(place -> missing(
                        valueSet.file() + ", " + place.path(), place.node().asText(), content));
    }

    private static Stream<Finding> missing(String where, String canonical, Content content) {
        return content.find("ValueSet", canonical).isPresent()
                ? Stream.of()
                : Stream.of(new Finding(
                        where,
                        canonical + " is not in the package.",
                        "Correct the canonical, or add the value set to terminology/valueset."));
    }
}
