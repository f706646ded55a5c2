package fr.respop.content.check;

import fr.respop.content.source.Content;
import java.util.stream.Stream;

/** One version for all of our content: that of the ImplementationGuide. */
final class VersionsAgree implements Rule {

    @Override
    public Stream<Finding> findings(Content content) {
        String cure = "Use %s, the version of the ImplementationGuide (%s)."
                .formatted(content.version(), content.guide().file());
        // A Library takes its version from its CQL, so this compares the CQL too.
        return content.artifacts().stream()
                .filter(artifact -> artifact.url().startsWith(content.canonicalBase()))
                .filter(artifact -> !artifact.version().equals(content.version()))
                .map(artifact -> new Finding(
                        artifact.file() + ", version",
                        artifact.reference() + " has version '" + artifact.version() + "'.",
                        cure));
    }
}
