package fr.respop.engine;

import ca.uhn.fhir.context.FhirContext;
import fr.respop.engine.content.Content;
import fr.respop.engine.content.ContentSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hl7.fhir.r4.model.Library;
import org.hl7.fhir.r4.model.Resource;

/** The content in {@code src/test/resources/content}. */
public final class CheckContent {

    public static final String CHECK = "https://example.org/Library/Check";
    public static final String STAYS = "https://example.org/Library/Stays";

    /** Compiled once for all tests, since compiling takes seconds. */
    public static final Content CONTENT = new Content(ContentSource.of(all()));

    private CheckContent() {}

    public static List<Resource> all() {
        var resources = new ArrayList<Resource>();
        for (var name : List.of("Check", "CheckElements", "Stays")) {
            resources.add(cql(name, "1.0.0", text(name + ".cql")));
        }
        for (var name : List.of("diabetes", "type-2-diabetes", "refusal")) {
            resources.add((Resource)
                    FhirContext.forR4Cached().newJsonParser().parseResource(text("ValueSet-" + name + ".json")));
        }
        return resources;
    }

    public static Library cql(String name, String version, String... lines) {
        return library(name, version, "text/cql", String.join("\n", lines));
    }

    public static Library library(String name, String version, String contentType, String text) {
        var library = new Library();
        library.setId(name);
        library.setName(name).setVersion(version).setUrl("https://example.org/Library/" + name);
        library.addContent().setContentType(contentType).setData(text.getBytes(StandardCharsets.UTF_8));
        return library;
    }

    public static Content of(Resource... resources) {
        return new Content(ContentSource.of(Arrays.asList(resources)));
    }

    private static String text(String file) {
        try (var stream = CheckContent.class.getResourceAsStream("/content/" + file)) {
            if (stream == null) {
                throw new IllegalArgumentException("No file " + file);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
