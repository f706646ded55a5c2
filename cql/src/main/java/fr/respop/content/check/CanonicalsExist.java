package fr.respop.content.check;

import fr.respop.content.check.JsonWalk.Place;
import fr.respop.content.source.Artifact;
import fr.respop.content.source.Content;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a resource names by canonical exists: whatever its text says of artefacts under our base, be it a reference, a
 * code's system or part of a FHIRPath expression, and the libraries and definitions of others.
 */
final class CanonicalsExist implements Rule {

    private static final Pattern LIBRARY = Pattern.compile("library\\[\\d+]");
    private static final Pattern DEFINITION = Pattern.compile("(.*\\.)?definitionCanonical");

    /** R4 has no resource for what a Subscription is about: a topic is its canonical. */
    private static final String NO_TOPIC = "(?!/SubscriptionTopic/)";

    private static final List<String> DEFINITION_TYPES =
            List.of("ActivityDefinition", "PlanDefinition", "Questionnaire");

    @Override
    public Stream<Finding> findings(Content content) {
        Pattern ours = Pattern.compile(
                Pattern.quote(content.canonicalBase()) + NO_TOPIC + "/(\\w+)/[A-Za-z0-9.-]*[A-Za-z0-9](\\|[\\w.-]+)?");
        return content.artifacts().stream()
                .flatMap(artifact ->
                        JsonWalk.texts(artifact.json()).flatMap(place -> findings(content, artifact, place, ours)));
    }

    private static Stream<Finding> findings(Content content, Artifact artifact, Place place, Pattern ours) {
        String text = place.node().asText();
        if (LIBRARY.matcher(place.path()).matches()) {
            return missing(content, artifact, place, text, List.of("Library"));
        }
        if (DEFINITION.matcher(place.path()).matches()) {
            return missing(content, artifact, place, text, DEFINITION_TYPES);
        }
        List<MatchResult> named = ours.matcher(text).results().toList();
        return named.stream()
                .flatMap(match -> missing(content, artifact, place, match.group(), List.of(match.group(1))));
    }

    private static Stream<Finding> missing(
            Content content, Artifact artifact, Place place, String canonical, List<String> types) {
        return types.stream().anyMatch(type -> content.find(type, canonical).isPresent())
                ? Stream.of()
                : Stream.of(new Finding(
                        artifact.file() + ", " + place.path(),
                        canonical + " is not in the package.",
                        "Correct the canonical, or add the artefact to ig/input/fsh, terminology or cql/library."));
    }
}
