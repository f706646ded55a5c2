package fr.respop.content.check;

import fr.respop.content.source.Artifact;
import fr.respop.content.source.Content;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Whatever text of a resource names one of our canonicals, be it a reference, a code's system or part of a FHIRPath
 * expression, the artefact is in the package.
 */
final class CanonicalsExist implements Rule {

    @Override
    public Stream<Finding> findings(Content content) {
        Pattern canonical = Pattern.compile(
                Pattern.quote(content.canonicalBase()) + "/\\w+/[A-Za-z0-9.-]*[A-Za-z0-9](\\|[\\w.-]+)?");
        Set<String> known = content.canonicals();
        return content.artifacts().stream().flatMap(artifact -> findings(artifact, canonical, known));
    }

    private static Stream<Finding> findings(Artifact artifact, Pattern canonical, Set<String> known) {
        return JsonWalk.texts(artifact.json())
                .flatMap(
                        place -> canonical
                                .matcher(place.node().asText())
                                .results()
                                .map(MatchResult::group)
                                .filter(named -> !known.contains(named))
                                .map(
                                        named -> new Finding(
                                                artifact.file() + ", " + place.path(),
                                                named + " is not in the package.",
                                                "Correct the canonical, or add the artefact to ig/input/fsh, terminology or cql/library.")));
    }
}
