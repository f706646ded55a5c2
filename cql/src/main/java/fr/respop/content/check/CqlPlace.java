package fr.respop.content.check;

import com.fasterxml.jackson.databind.JsonNode;
import fr.respop.content.cql.TranslatedLibrary;

/** Tells where in a CQL file something is. */
final class CqlPlace {

    private CqlPlace() {}

    /** The file, and the lines and columns where the ELM knows them. */
    static String of(TranslatedLibrary library, JsonNode node) {
        String locator = node.path("locator").asText();
        return locator.isEmpty() ? library.file().toString() : library.file() + ":" + locator;
    }
}
