package fr.respop.content.cases;

import ca.uhn.fhir.context.FhirContext;
import fr.respop.engine.content.ContentSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.Library;
import org.hl7.fhir.r4.model.Measure;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.ValueSet;
import org.hl7.fhir.utilities.npm.NpmPackage;

/** The content as it is shipped: what the package in this module's build holds. */
final class PackedContent implements ContentSource {

    private final Map<String, MetadataResource> byCanonical = new HashMap<>();

    private PackedContent() {}

    static PackedContent read() {
        try (var stream = PackedContent.class.getResourceAsStream("/org.respop.fhir.tgz")) {
            if (stream == null) {
                throw new IllegalStateException("No package in target/classes: run mvn -pl cql process-classes first.");
            }
            return read(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static PackedContent read(InputStream stream) {
        var content = new PackedContent();
        try {
            NpmPackage npm = NpmPackage.fromPackage(stream);
            var parser = FhirContext.forR4Cached().newJsonParser();
            for (String file : npm.listResources("CodeSystem", "Library", "Measure", "ValueSet")) {
                try (var resource = npm.load("package", file)) {
                    content.add((MetadataResource) parser.parseResource(resource));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return content;
    }

    private void add(MetadataResource resource) {
        byCanonical.put(resource.getUrl(), resource);
        byCanonical.put(resource.getUrl() + "|" + resource.getVersion(), resource);
    }

    @Override
    public Optional<Library> library(String canonical) {
        return find(Library.class, canonical);
    }

    @Override
    public Optional<Library> libraryByName(String name, String version) {
        return all(Library.class).stream()
                .filter(library -> library.getName().equals(name))
                .filter(library -> version.isEmpty() || library.getVersion().equals(version))
                .findFirst();
    }

    @Override
    public Optional<Measure> measure(String canonical) {
        return find(Measure.class, canonical);
    }

    @Override
    public Optional<ValueSet> valueSet(String canonical) {
        return find(ValueSet.class, canonical);
    }

    Optional<CodeSystem> codeSystem(String canonical) {
        return find(CodeSystem.class, canonical);
    }

    <T extends MetadataResource> List<T> all(Class<T> type) {
        return byCanonical.values().stream()
                .distinct()
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    private <T> Optional<T> find(Class<T> type, String canonical) {
        return Optional.ofNullable(byCanonical.get(canonical))
                .filter(type::isInstance)
                .map(type::cast);
    }
}
