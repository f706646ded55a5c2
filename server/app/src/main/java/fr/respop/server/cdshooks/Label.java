package fr.respop.server.cdshooks;

import org.hl7.fhir.r4.model.CodeSystem.ConceptDefinitionComponent;
import org.hl7.fhir.r4.model.PrimitiveType;

/** What something is called, in both languages. */
record Label(String english, String french) {

    private static final String TRANSLATION = "http://hl7.org/fhir/StructureDefinition/translation";

    /** A text of content in English, with its translation; without one the English text serves. */
    static Label of(PrimitiveType<String> text) {
        var english = text.hasValue() ? text.getValue() : "";
        return new Label(
                english,
                text.getExtensionsByUrl(TRANSLATION).stream()
                        .filter(translation -> "fr".equals(translation.getExtensionString("lang")))
                        .map(translation -> translation.getExtensionString("content"))
                        .findFirst()
                        .orElse(english));
    }

    static Label of(ConceptDefinitionComponent concept) {
        return new Label(
                concept.getDisplay(),
                concept.getDesignation().stream()
                        .filter(designation -> "fr".equals(designation.getLanguage()))
                        .map(designation -> designation.getValue())
                        .findFirst()
                        .orElseGet(concept::getDisplay));
    }

    String in(Language language) {
        return language == Language.FR ? french : english;
    }
}
