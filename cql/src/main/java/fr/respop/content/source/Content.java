package fr.respop.content.source;

import com.fasterxml.jackson.databind.JsonNode;
import fr.respop.content.cql.TranslatedLibrary;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * All that goes into the package.
 *
 * @param guide the ImplementationGuide, which names the package, its version and the canonical base
 * @param libraries the CQL libraries
 * @param artifacts every resource of the package, among them the guide and the libraries' resources
 * @param surroundings what is there besides the package
 */
public record Content(
        Artifact guide, List<TranslatedLibrary> libraries, List<Artifact> artifacts, Surroundings surroundings) {

    /** Content that has to stand on its own, as at build. */
    public Content(Artifact guide, List<TranslatedLibrary> libraries, List<Artifact> artifacts) {
        this(guide, libraries, artifacts, Surroundings.NONE);
    }

    /** What precedes {@code /<Type>/<id>} in our canonicals. */
    public String canonicalBase() {
        return canonicalBase(guide);
    }

    public String version() {
        return guide.version();
    }

    public List<Artifact> ofType(String type) {
        return artifacts.stream()
                .filter(artifact -> artifact.type().equals(type))
                .toList();
    }

    /** References of the resources that the guide calls examples. */
    public Set<String> examples() {
        Set<String> references = new TreeSet<>();
        for (JsonNode entry : guide.json().at("/definition/resource")) {
            if (entry.path("exampleBoolean").asBoolean() || entry.has("exampleCanonical")) {
                references.add(entry.at("/reference/reference").asText());
            }
        }
        return references;
    }

    /**
     * The artefact that a canonical names, in the package or else beside it.
     *
     * @param canonical {@code url} or {@code url|version}
     */
    public Optional<Artifact> find(String type, String canonical) {
        return artifacts.stream()
                .filter(artifact -> artifact.type().equals(type))
                .filter(artifact -> artifact.isNamedBy(canonical))
                .findFirst()
                .or(() -> surroundings.find(type, canonical));
    }

    static String canonicalBase(Artifact guide) {
        return guide.url().replaceFirst("/ImplementationGuide/[^/]*$", "");
    }
}
