package fr.respop.guide.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class TextTest {

    @Test
    void theTranslationIsTheFrenchOne() throws IOException {
        var element = json("""
                {"title": "Foot", "_title": {"extension": [{
                  "url": "http://hl7.org/fhir/StructureDefinition/translation",
                  "extension": [{"url": "lang", "valueCode": "fr"}, {"url": "content", "valueString": "Pied"}]}]}}
                """);

        assertThat(Text.of(element, "title", Language.FRENCH)).isEqualTo(new Text("Pied", Language.FRENCH));
        assertThat(Text.of(element, "title", Language.ENGLISH)).isEqualTo(new Text("Foot", Language.ENGLISH));
    }

    @Test
    void aTextInBothLanguagesIsDivided() throws IOException {
        var element = json("{\"title\": \"Pied · Foot\"}");

        assertThat(Text.of(element, "title", Language.FRENCH)).isEqualTo(new Text("Pied", Language.FRENCH));
        assertThat(Text.of(element, "title", Language.ENGLISH)).isEqualTo(new Text("Foot", Language.ENGLISH));
    }

    @Test
    void aTextWithoutTranslationStaysEnglish() throws IOException {
        assertThat(Text.of(json("{\"title\": \"Foot\"}"), "title", Language.FRENCH))
                .isEqualTo(new Text("Foot", Language.ENGLISH));
    }

    @Test
    void aConceptHasItsDesignation() throws IOException {
        var concept = json("{\"display\": \"Foot\", \"designation\": [{\"language\": \"fr\", \"value\": \"Pied\"}]}");

        assertThat(Text.ofConcept(concept, Language.FRENCH)).isEqualTo(new Text("Pied", Language.FRENCH));
        assertThat(Text.ofConcept(concept, Language.ENGLISH)).isEqualTo(new Text("Foot", Language.ENGLISH));
    }

    private static JsonNode json(String text) throws IOException {
        return new ObjectMapper().readTree(text);
    }
}
