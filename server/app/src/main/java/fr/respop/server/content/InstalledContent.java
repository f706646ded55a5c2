package fr.respop.server.content;

import ca.uhn.fhir.context.FhirContext;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.respop.content.source.Artifact;
import fr.respop.engine.content.ContentSource;
import fr.respop.server.fhir.LocalStore;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.Library;
import org.hl7.fhir.r4.model.Measure;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ValueSet;

/** The content on the server that stays when a package is installed: without what the package replaces. */
final class InstalledContent implements ContentSource {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final LocalStore store;
    private final FhirContext context;
    private final Set<String> replaced;

    /** @param replaced references of the resources that the package replaces or removes */
    InstalledContent(LocalStore store, FhirContext context, Set<String> replaced) {
        this.store = store;
        this.context = context;
        this.replaced = replaced;
    }

    /** The resource of any type that a canonical names. */
    Optional<Artifact> find(String type, String canonical) {
        if (!context.getResourceTypes().contains(type)) {
            return Optional.empty();
        }
        var definition = context.getResourceDefinition(type);
        return definition.getSearchParam("url") == null
                        || !MetadataResource.class.isAssignableFrom(definition.getImplementingClass())
                ? Optional.empty()
                : search(definition.getImplementingClass().asSubclass(MetadataResource.class), canonical).stream()
                        .findFirst()
                        .map(this::artifact);
    }

    @Override
    public Optional<Library> library(String canonical) {
        return ContentSource.of(search(Library.class, canonical)).library(canonical);
    }

    @Override
    public Optional<Library> libraryByName(String name, String version) {
        return ContentSource.of(kept(store.search(Library.class, "name:exact=" + encode(name))))
                .libraryByName(name, version);
    }

    @Override
    public Optional<Measure> measure(String canonical) {
        return ContentSource.of(search(Measure.class, canonical)).measure(canonical);
    }

    @Override
    public Optional<ValueSet> valueSet(String canonical) {
        return ContentSource.of(search(ValueSet.class, canonical)).valueSet(canonical);
    }

    @Override
    public Optional<CodeSystem> codeSystem(String canonical) {
        return ContentSource.of(search(CodeSystem.class, canonical)).codeSystem(canonical);
    }

    /** Content is compiled here, never evaluated. */
    @Override
    public List<Resource> shared(String type) {
        return List.of();
    }

    private <T extends MetadataResource> List<T> search(Class<T> type, String canonical) {
        var parts = canonical.split("\\|", 2);
        var version = parts.length == 2 ? "&version=" + encode(parts[1]) : "";
        return kept(store.search(type, "url=" + encode(parts[0]) + version));
    }

    private <T extends MetadataResource> List<T> kept(Collection<T> found) {
        return found.stream()
                .filter(resource -> !replaced.contains(reference(resource)))
                .toList();
    }

    private Artifact artifact(MetadataResource resource) {
        try {
            var text = context.newJsonParser().encodeResourceToString(resource);
            return new Artifact(Path.of(reference(resource)), JSON.readTree(text));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String reference(MetadataResource resource) {
        return resource.fhirType() + "/" + resource.getIdElement().getIdPart();
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
