package fr.respop.content.check;

import fr.respop.content.source.Artifact;
import fr.respop.content.source.Content;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Two artefacts with one canonical and version, or with one type and id, would replace each other on a server. */
final class CanonicalsAreUnique implements Rule {

    @Override
    public Stream<Finding> findings(Content content) {
        Map<String, Artifact> first = new HashMap<>();
        Stream.Builder<Finding> findings = Stream.builder();
        for (Artifact artifact : content.artifacts()) {
            String canonical = artifact.url() + "|" + artifact.version();
            Artifact twin = artifact.url().isEmpty() ? null : first.putIfAbsent(canonical, artifact);
            if (twin == null) {
                stored(artifact, content).ifPresent(findings::add);
            } else {
                findings.add(new Finding(
                        artifact.file() + ", url",
                        canonical + " is also the canonical of " + twin.file() + ".",
                        "Give one of them another url."));
            }
            Artifact namesake = first.putIfAbsent(artifact.reference(), artifact);
            if (namesake != null) {
                findings.add(new Finding(
                        artifact.file() + ", id",
                        artifact.reference() + " is also in " + namesake.file() + ".",
                        "Give one of them another id."));
            }
        }
        return findings.build();
    }

    private static Optional<Finding> stored(Artifact artifact, Content content) {
        return artifact.url().isEmpty()
                ? Optional.empty()
                : content.surroundings()
                        .find(artifact.type(), artifact.url() + "|" + artifact.version())
                        .filter(other -> !other.reference().equals(artifact.reference()))
                        .map(other -> new Finding(
                                artifact.file() + ", url",
                                "%s|%s is also the canonical of %s, which is installed."
                                        .formatted(artifact.url(), artifact.version(), other.file()),
                                "Give it another url or version."));
    }
}
