package fr.respop.server.cdshooks;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.hapi.fhir.cdshooks.module.CdsHooksObjectMapperFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.respop.server.fhir.Refusal;
import java.io.IOException;
import java.util.Optional;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.springframework.stereotype.Component;

/** Reads the JSON of requests and writes that of answers. */
@Component
class Json {

    private final ObjectMapper writer;

    /** Keeps numbers as they are written, as HAPI does: 7.50 says more than 7.5. */
    private final ObjectMapper reader = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .nodeFactory(new JsonNodeFactory(true))
            .build();

    Json(FhirContext context) {
        this.writer = new CdsHooksObjectMapperFactory(context).newMapper();
    }

    /** @throws Refusal 400 if the body is no JSON object */
    ObjectNode read(byte[] body) {
        try {
            if (reader.readTree(body) instanceof ObjectNode object) {
                return object;
            }
            throw Refusal.badRequest(
                    IssueType.STRUCTURE, "", "The body is no JSON object. Send one, as CDS Hooks 2.0 describes it.");
        } catch (JsonProcessingException malformed) {
            throw Refusal.badRequest(IssueType.INVALID, "", "The body is not well-formed JSON: " + place(malformed));
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Parsers quote what they stumble over, which may be personal: only the place is told. */
    private static String place(JsonProcessingException malformed) {
        return Optional.ofNullable(malformed.getLocation())
                .map(place -> "line " + place.getLineNr() + ", column " + place.getColumnNr() + ".")
                .orElse("it ends too early.");
    }

    byte[] write(Object answer) {
        try {
            return writer.writeValueAsBytes(answer);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * The text of a field.
     *
     * @param path where the object is in the body, with a point behind it; empty for the body itself
     * @throws Refusal 400 if there is none
     */
    static String text(JsonNode object, String path, String field) {
        return optionalText(object, path, field)
                .orElseThrow(() -> Refusal.badRequest(
                        IssueType.REQUIRED, path + field, "The field is required, with a text that is not empty."));
    }

    /** @throws Refusal 400 if it is there and no text */
    static Optional<String> optionalText(JsonNode object, String path, String field) {
        var value = object.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isTextual() || value.textValue().isBlank()) {
            throw Refusal.badRequest(IssueType.STRUCTURE, path + field, "The field is a text that is not empty.");
        }
        return Optional.of(value.textValue());
    }
}
