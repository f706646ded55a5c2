package fr.respop.content.check;

import com.fasterxml.jackson.databind.JsonNode;
import fr.respop.content.source.Artifact;
import fr.respop.content.source.Content;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Our value sets list their codes or include value sets that do, so that every engine reads them without a server. */
final class ValueSetsAreEnumerated implements Rule {

    @Override
    public Stream<Finding> findings(Content content) {
        return content.ofType("ValueSet").stream().flatMap(ValueSetsAreEnumerated::findings);
    }

    private static Stream<Finding> findings(Artifact valueSet) {
        JsonNode includes = valueSet.json().at("/compose/include");
        boolean isEnumerated = !includes.isEmpty()
                && StreamSupport.stream(includes.spliterator(), false)
                        .allMatch(include ->
                                (include.has("concept") || include.has("valueSet")) && !include.has("filter"));
        return isEnumerated
                ? Stream.of()
                : Stream.of(new Finding(
                        valueSet.file() + ", compose",
                        "it does not list its codes, so a terminology server would have to.",
                        "List them as compose.include.concept, or include value sets that do."));
    }
}
