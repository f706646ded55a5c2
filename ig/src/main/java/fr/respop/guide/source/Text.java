package fr.respop.guide.source;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A text of a resource, in the language that was asked for if there is one, else in the one there is.
 *
 * <p>Resources are written in English. French is in the {@code translation} extension of an element, in the
 * {@code designation} of a code, or before the English in one string: {@code French · English}.
 */
public record Text(String value, Language language) {

    private static final String BETWEEN_LANGUAGES = " · ";
    private static final String TRANSLATION = "http://hl7.org/fhir/StructureDefinition/translation";

    /** The text of an element's field, empty if it has none. */
    public static Text of(JsonNode element, String field, Language wanted) {
        if (wanted == Language.FRENCH) {
            for (JsonNode extension : element.path("_" + field).path("extension")) {
                if (extension.path("url").asText().equals(TRANSLATION)
                        && part(extension, "lang").equals(wanted.code())) {
                    return new Text(part(extension, "content"), wanted);
                }
            }
        }
        return of(element.path(field).asText(), wanted);
    }

    /** One language of a string that may hold both. */
    static Text of(String value, Language wanted) {
        int between = value.indexOf(BETWEEN_LANGUAGES);
        if (between < 0) {
            return new Text(value, Language.ENGLISH);
        }
        return new Text(
                wanted == Language.FRENCH
                        ? value.substring(0, between)
                        : value.substring(between + BETWEEN_LANGUAGES.length()),
                wanted);
    }

    /** The label of a concept of a code system or value set. */
    public static Text ofConcept(JsonNode concept, Language wanted) {
        for (JsonNode designation : concept.path("designation")) {
            if (designation.path("language").asText().equals(wanted.code())) {
                return new Text(designation.path("value").asText(), wanted);
            }
        }
        return new Text(concept.path("display").asText(), Language.ENGLISH);
    }

    private static String part(JsonNode translation, String name) {
        for (JsonNode part : translation.path("extension")) {
            if (part.path("url").asText().equals(name)) {
                return part.path("valueCode").asText(part.path("valueString").asText());
            }
        }
        return "";
    }
}
