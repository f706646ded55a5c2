package fr.respop.engine.content;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.utilities.npm.NpmPackage;

/** The code systems, libraries, measures and value sets of a FHIR package. */
public final class PackagedContent {

    private final List<Resource> resources;

    private PackagedContent(List<Resource> resources) {
        this.resources = List.copyOf(resources);
    }

    /**
     * Reads a package, which the caller closes.
     *
     * @param archive a gzipped tar archive ({@code .tgz}) with the resources as JSON in its folder {@code package}
     * @throws IOException if it is no such archive, or holds what is not FHIR R4
     */
    public static PackagedContent read(InputStream archive) throws IOException {
        try {
            var npm = NpmPackage.fromPackage(archive);
            var parser = FhirContext.forR4Cached().newJsonParser();
            var resources = new ArrayList<Resource>();
            for (var file : npm.listResources("CodeSystem", "Library", "Measure", "ValueSet")) {
                try (var stream = npm.load("package", file)) {
                    resources.add((Resource) parser.parseResource(stream));
                }
            }
            return new PackagedContent(resources);
        } catch (DataFormatException notFhir) {
            throw new IOException(notFhir);
        }
    }

    /** Its resources of a type, in the order of the package. */
    public <T extends Resource> List<T> all(Class<T> type) {
        return resources.stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** What a {@link Content} compiles. */
    public ContentSource source() {
        return ContentSource.of(resources);
    }
}
