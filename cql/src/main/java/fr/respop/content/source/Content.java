package fr.respop.content.source;

import com.fasterxml.jackson.databind.JsonNode;
import fr.respop.content.cql.TranslatedLibrary;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All that goes into the package.
 *
 * @param guide the ImplementationGuide, which names the package, its version and the canonical base
 * @param libraries the CQL libraries
 * @param artifacts every resource of the package, among them the guide and the libraries' resources
 */
public record Content(Artifact guide, List<TranslatedLibrary> libraries, List<Artifact> artifacts) {

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

    /** Canonicals with and without version of everything in the package. */
    public Set<String> canonicals() {
        return artifacts.stream()
                .filter(artifact -> !artifact.url().isEmpty())
                .flatMap(artifact -> Stream.of(artifact.url(), artifact.url() + "|" + artifact.version()))
                .collect(Collectors.toUnmodifiableSet());
    }

    static String canonicalBase(Artifact guide) {
        return guide.url().replaceFirst("/ImplementationGuide/[^/]*$", "");
    }
}
