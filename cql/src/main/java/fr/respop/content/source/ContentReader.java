package fr.respop.content.source;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.parser.StrictErrorHandler;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.respop.content.cql.CqlFolder;
import fr.respop.content.cql.TranslatedLibrary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Reads the content and refuses what is not FHIR R4. */
public final class ContentReader {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ContentFolders folders;
    private final IParser strictParser =
            FhirContext.forR4Cached().newJsonParser().setParserErrorHandler(new StrictErrorHandler());

    private ContentReader(ContentFolders folders) {
        this.folders = folders;
    }

    public static Content read(ContentFolders folders) {
        return new ContentReader(folders).read();
    }

    private Content read() {
        List<Artifact> read =
                folders.resources().stream().map(this::readResource).toList();
        Artifact guide = guide(read);
        List<Artifact> kept = read.stream()
                .map(artifact -> withVersion(artifact, guide.version()))
                .toList();
        List<TranslatedLibrary> libraries = CqlFolder.translate(folders.cql(), Content.canonicalBase(guide));
        Stream<Artifact> translated = libraries.stream().map(this::libraryResource);
        List<Artifact> artifacts = Stream.concat(kept.stream(), translated)
                .sorted(Comparator.comparing(Artifact::reference))
                .toList();
        return new Content(guide, libraries, artifacts);
    }

    private Artifact guide(List<Artifact> artifacts) {
        List<Artifact> guides = artifacts.stream()
                .filter(artifact -> artifact.type().equals("ImplementationGuide"))
                .toList();
        if (guides.size() != 1) {
            throw new ContentProblem("%s holds %d ImplementationGuides where one names the package. Regenerate it."
                    .formatted(folders.compiledGuide(), guides.size()));
        }
        return guides.get(0);
    }

    private Artifact readResource(Path file) {
        try {
            String text = Files.readString(file);
            strictParser.parseResource(text);
            return new Artifact(file, JSON.readTree(text));
        } catch (DataFormatException | JsonProcessingException e) {
            throw new ContentProblem("%s is no FHIR R4 resource: %s".formatted(file, e.getMessage()), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** SUSHI leaves profiles without a version, for the guide's publisher to add; here that is done now. */
    private static Artifact withVersion(Artifact artifact, String version) {
        if (!artifact.type().equals("StructureDefinition")
                || !artifact.version().isEmpty()) {
            return artifact;
        }
        ObjectNode versioned = JSON.createObjectNode();
        artifact.json().properties().forEach(field -> {
            versioned.set(field.getKey(), field.getValue());
            if (field.getKey().equals("url")) {
                versioned.put("version", version);
            }
        });
        return new Artifact(artifact.file(), versioned);
    }

    private Artifact libraryResource(TranslatedLibrary library) {
        try {
            return new Artifact(library.file(), JSON.readTree(strictParser.encodeResourceToString(library.resource())));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
