package fr.respop.content.cql;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.cqframework.cql.elm.serializing.DefaultElmLibraryWriterProvider;
import org.hl7.fhir.r4.model.Library;

/**
 * A CQL library with what was made of it.
 *
 * @param file the CQL file
 * @param name the name that the library declares
 * @param version the version that the library declares, empty when it declares none
 * @param elm the library as ELM
 * @param resource the FHIR Library that carries both
 */
public record TranslatedLibrary(Path file, String name, String version, JsonNode elm, Library resource) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** A library that is a FHIR resource already, with the ELM by which it is evaluated. */
    public static TranslatedLibrary of(Path file, Library resource, org.hl7.elm.r1.Library elm) {
        var identifier = elm.getIdentifier();
        String name = identifier == null || identifier.getId() == null ? "" : identifier.getId();
        String version = identifier == null || identifier.getVersion() == null ? "" : identifier.getVersion();
        return new TranslatedLibrary(file, name, version, tree(text(elm)), resource);
    }

    /** ELM as it is put into a FHIR Library. */
    static String text(org.hl7.elm.r1.Library elm) {
        return DefaultElmLibraryWriterProvider.INSTANCE
                .create("application/elm+json")
                .writeAsString(elm);
    }

    static JsonNode tree(String elm) {
        try {
            return JSON.readTree(elm).path("library");
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
