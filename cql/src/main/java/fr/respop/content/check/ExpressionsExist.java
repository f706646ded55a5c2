package fr.respop.content.check;

import com.fasterxml.jackson.databind.JsonNode;
import fr.respop.content.check.JsonWalk.Place;
import fr.respop.content.source.Artifact;
import fr.respop.content.source.Content;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Every expression that an artefact names is a define of the artefact's library. */
final class ExpressionsExist implements Rule {

    private static final Set<String> CQL = Set.of("text/cql-identifier", "text/cql.identifier", "text/cql");
    private static final String CARE_GAP = "/StructureDefinition/respop-care-gap";
    private static final String MEMBERSHIP_LIBRARY = "membership-library";
    private static final String MEMBERSHIP_EXPRESSION = "membership-expression";

    @Override
    public Stream<Finding> findings(Content content) {
        var defines = new Defines(content);
        return content.artifacts().stream()
                .flatMap(artifact -> Stream.of(
                                ofExpressions(artifact, defines),
                                ofMembership(artifact, defines),
                                ofCareGap(artifact, defines))
                        .flatMap(findings -> findings));
    }

    private static Stream<Finding> ofExpressions(Artifact artifact, Defines defines) {
        return JsonWalk.objects(artifact.json())
                .filter(place -> CQL.contains(place.node().path("language").asText()))
                .filter(place -> place.node().has("expression"))
                .flatMap(place -> {
                    // An expression may name a library of its own; otherwise the artefact's only one is meant.
                    String library = place.node()
                            .path("reference")
                            .asText(artifact.json().at("/library/0").asText());
                    String expression = place.node().path("expression").asText();
                    return missing(artifact, place, library, expression, defines);
                });
    }

    private static Stream<Finding> ofMembership(Artifact artifact, Defines defines) {
        return JsonWalk.objects(artifact.json())
                .filter(place -> property(place, MEMBERSHIP_LIBRARY).isTextual()
                        || property(place, MEMBERSHIP_EXPRESSION).isTextual())
                .flatMap(place -> missing(
                        artifact,
                        place,
                        property(place, MEMBERSHIP_LIBRARY).asText(),
                        property(place, MEMBERSHIP_EXPRESSION).asText(),
                        defines));
    }

    /** The extension of a follow-up item's measure names expressions as plain strings. */
    private static Stream<Finding> ofCareGap(Artifact artifact, Defines defines) {
        String library = artifact.json().at("/library/0").asText();
        return JsonWalk.objects(artifact.json())
                .filter(place -> !place.node().has("resourceType"))
                .filter(place -> place.node().path("url").asText().endsWith(CARE_GAP))
                .flatMap(place -> StreamSupport.stream(
                                place.node().path("extension").spliterator(), false)
                        .flatMap(part -> missing(
                                artifact,
                                place,
                                library,
                                part.path("valueString").asText(),
                                defines)));
    }

    private static Stream<Finding> missing(
            Artifact artifact, Place place, String library, String expression, Defines defines) {
        String where = artifact.file() + ", " + place.path();
        Optional<Set<String>> known = defines.of(library);
        if (known.isEmpty()) {
            return Stream.of(new Finding(
                    where,
                    "expression \"%s\" is to be found in library '%s', which is not there."
                            .formatted(expression, library),
                    "Name a CQL library in the artefact's library element, or add the library."));
        }
        return known.get().contains(expression)
                ? Stream.of()
                : Stream.of(new Finding(
                        where,
                        "library %s has no public define \"%s\".".formatted(library, expression),
                        "Correct the name, or add the define to the library."));
    }

    /** A concept's property of that name, missing when the object is no concept or has none. */
    private static JsonNode property(Place place, String code) {
        for (JsonNode property : place.node().path("property")) {
            if (property.path("code").asText().equals(code)) {
                return property.path("valueString");
            }
        }
        return place.node().path("property").path(code);
    }
}
