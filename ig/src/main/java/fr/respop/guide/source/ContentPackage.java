package fr.respop.guide.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** The FHIR package that the site describes. */
public final class ContentPackage {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode guide;
    private final List<Artifact> artifacts;
    private final Map<String, Artifact> byAddress = new HashMap<>();

    private ContentPackage(JsonNode guide, List<Artifact> artifacts) {
        this.guide = guide;
        this.artifacts = artifacts;
        for (Artifact artifact : artifacts) {
            byAddress.put(artifact.reference(), artifact);
            byAddress.put(artifact.url(), artifact);
        }
        byAddress.remove("");
    }

    /** The caller closes the stream. */
    public static ContentPackage read(InputStream stream) {
        var resources = new ArrayList<JsonNode>();
        try (var tar = new TarArchiveInputStream(new GZIPInputStream(stream))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                if (entry.getName().matches("package/[A-Za-z]+-[^/]+\\.json")) {
                    resources.add(JSON.readTree(tar.readAllBytes()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return of(resources);
    }

    /** A package of these resources, of which one must be the ImplementationGuide. */
    public static ContentPackage of(List<JsonNode> resources) {
        JsonNode guide = resources.stream()
                .filter(resource -> resource.path("resourceType").asText().equals("ImplementationGuide"))
                .findAny()
                .orElseThrow(() -> new GuideProblem("The package holds no ImplementationGuide. Build the module cql."));
        Map<String, JsonNode> listings = new HashMap<>();
        guide.at("/definition/resource")
                .forEach(listing ->
                        listings.put(listing.at("/reference/reference").asText(), listing));
        List<Artifact> artifacts = resources.stream()
                .map(resource -> new Artifact(
                        listings.getOrDefault(
                                resource.path("resourceType").asText() + "/"
                                        + resource.path("id").asText(),
                                MissingNode.getInstance()),
                        resource))
                .sorted(Comparator.comparing(Artifact::kind).thenComparing(Artifact::reference))
                .toList();
        return new ContentPackage(guide, artifacts);
    }

    /** The ImplementationGuide. */
    public JsonNode guide() {
        return guide;
    }

    /** Every resource, by kind and then by reference. */
    public List<Artifact> artifacts() {
        return artifacts;
    }

    public List<Artifact> ofKind(Kind kind) {
        return artifacts.stream().filter(artifact -> artifact.kind() == kind).toList();
    }

    /** The resource of a canonical, with or without version, or of a reference such as {@code Group/x}. */
    public Optional<Artifact> find(String canonicalOrReference) {
        return Optional.ofNullable(byAddress.get(canonicalOrReference.replaceFirst("[|#].*", "")));
    }

    public Optional<CqlLibrary> library(String canonicalOrReference) {
        return find(canonicalOrReference).map(CqlLibrary::of);
    }
}
