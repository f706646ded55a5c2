package fr.respop.guide;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.respop.guide.source.ContentPackage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A small guide with one artifact or more of every kind, made anew for each test. */
public final class SampleGuide {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path SAMPLE = Path.of("src/test/resources/fr/respop/guide/sample");

    private final Path pages;

    private SampleGuide(Path pages) {
        this.pages = pages;
    }

    /** A guide of one page in two languages, in this folder. */
    public static SampleGuide in(Path folder) {
        var sample = new SampleGuide(folder);
        return sample.page("index", "Welcome.").page("index-fr", "Bienvenue.");
    }

    /** Writes or replaces a page. */
    public SampleGuide page(String name, String markdown) {
        try {
            Files.writeString(pages.resolve(name + ".md"), markdown);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    public Path pages() {
        return pages;
    }

    public ContentPackage content() {
        try (var files = Files.newDirectoryStream(SAMPLE, "*.json")) {
            List<JsonNode> resources = new ArrayList<>();
            for (Path file : files) {
                resources.add(read(file));
            }
            return ContentPackage.of(resources);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A library gets the CQL of the file with its name. */
    private static JsonNode read(Path file) throws IOException {
        var resource = (ObjectNode) JSON.readTree(file.toFile());
        if (resource.path("resourceType").asText().equals("Library")) {
            Path cql = SAMPLE.resolve(resource.path("id").asText() + ".cql");
            resource.putArray("content")
                    .addObject()
                    .put("contentType", "text/cql")
                    .put("data", Files.readAllBytes(cql));
        }
        return resource;
    }
}
