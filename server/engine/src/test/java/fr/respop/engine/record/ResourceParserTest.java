package fr.respop.engine.record;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.uhn.fhir.context.FhirContext;
import org.hl7.fhir.r4.model.MedicationDispense;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;

class ResourceParserTest {

    private static final FhirContext CONTEXT = FhirContext.forR4Cached();
    private static final String NARRATIVE = """
            "text":{"status":"generated","div":"<div xmlns=\\"http://www.w3.org/1999/xhtml\\">Élan</div>"},""";

    private final ResourceParser parser = new ResourceParser(CONTEXT);

    @Test
    void dropsTheNarrativeAndNothingElse() {
        var rest = """
                "status":"final","code":{"text":"Poids"},
                "subject":{"reference":"Patient/1"},"valueQuantity":{"value":70.10,"unit":"kg"}}""";

        var parsed = parser.parse(
                "Observation", "weight", "{\"resourceType\":\"Observation\",\"id\":\"weight\"," + NARRATIVE + rest);

        var expected =
                CONTEXT.newJsonParser().parseResource("{\"resourceType\":\"Observation\",\"id\":\"weight\"," + rest);
        assertThat(json(parsed)).isEqualTo(json((Resource) expected)).contains("70.10");
        assertThat(parsed.getId()).isEqualTo("Observation/weight");
    }

    @Test
    void dropsTheNarrativeOfContainedResources() {
        var json = """
                {"resourceType":"MedicationDispense","contained":[{"resourceType":"Medication","id":"drug",%s
                "code":{"text":"Metformine"}}],"status":"completed","medicationReference":{"reference":"#drug"}}""".formatted(NARRATIVE);

        var dispense = (MedicationDispense) parser.parse("MedicationDispense", "1", json.getBytes(UTF_8));

        assertThat(json(dispense)).contains("Metformine").doesNotContain("Élan");
    }

    @Test
    void keepsOtherElementsNamedText() {
        var json = """
                {"resourceType":"Observation","status":"final","code":{"text":"Poids"}}""";

        var observation = (Observation) parser.parse("Observation", "1", json);

        assertThat(observation.getCode().getText()).isEqualTo("Poids");
    }

    @Test
    void namesTheResourceAndTheRuleButNoContent() {
        var secret = "1932-13-47";

        assertThatThrownBy(() ->
                        parser.parse("Patient", "p", "{\"resourceType\":\"Patient\",\"birthDate\":\"" + secret + "\"}"))
                .isInstanceOf(UnreadableResource.class)
                .hasMessageStartingWith("Patient/p cannot be read: <")
                .hasMessageContaining("the value is not valid")
                .hasMessageNotContaining(secret)
                .hasNoCause();
        assertThatThrownBy(() -> parser.parse("Patient", "p", "{\"resourceType\":\"Patient\",\"nom\":\"Dupont\"}"))
                .hasMessage("Patient/p cannot be read: <nom> FHIR R4 has no such element here");
    }

    @Test
    void refusesWhatIsNotJson() {
        assertThatThrownBy(() -> parser.parse("Patient", "p", "{\"resourceType\":Dupont}"))
                .hasMessageStartingWith("Patient/p cannot be read: it is not JSON, from character ")
                .hasMessageNotContaining("Dupont")
                .hasNoCause();
        assertThatThrownBy(() -> parser.parse("Patient", "p", "{\"resourceType\":\"Patient\"} {}"))
                .hasMessageContaining("it is not JSON");
        assertThatThrownBy(() -> parser.parse("Patient", "p", "[]"))
                .hasMessage("Patient/p cannot be read: it is not a JSON object");
    }

    private static String json(Resource resource) {
        return CONTEXT.newJsonParser().encodeResourceToString(resource);
    }
}
