package fr.respop.content.check;

import com.fasterxml.jackson.databind.JsonNode;
import fr.respop.content.cql.TranslatedLibrary;
import fr.respop.content.source.Artifact;
import fr.respop.content.source.Content;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Every value set that CQL names is in the package, whoever publishes it: no server has to fetch one. */
final class ValueSetsExist implements Rule {

    @Override
    public Stream<Finding> findings(Content content) {
        Set<String> known =
                content.ofType("ValueSet").stream().map(Artifact::url).collect(Collectors.toUnmodifiableSet());
        return content.libraries().stream().flatMap(library -> findings(library, known));
    }

    private static Stream<Finding> findings(TranslatedLibrary library, Set<String> known) {
        JsonNode named = library.elm().at("/valueSets/def");
        return StreamSupport.stream(named.spliterator(), false)
                .filter(valueSet -> !known.contains(valueSet.path("id").asText()))
                .map(valueSet -> new Finding(
                        library.file() + ", valueset \"" + valueSet.path("name").asText() + "\"",
                        valueSet.path("id").asText() + " is not in the package.",
                        "Correct the canonical, or add the value set to terminology/valueset."));
    }
}
