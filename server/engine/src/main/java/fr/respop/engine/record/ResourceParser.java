package fr.respop.engine.record;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.parser.IJsonLikeParser;
import ca.uhn.fhir.parser.json.jackson.JacksonStructure;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Resource;

/**
 * Parses resources for evaluation, without their narratives and those of the resources they contain.
 *
 * <p>No content reads a narrative, and parsing one costs more than the rest of a resource: it is dropped between the two
 * steps of HAPI's parser, JSON to tree and tree to resource. Safe for any number of threads.
 */
public final class ResourceParser {

    private final FhirContext context;
    private final JsonMapper json = mapper();

    public ResourceParser(FhirContext context) {
        this.context = context;
    }

    /**
     * A resource from its JSON.
     *
     * @param type its type, for its id and for messages
     * @param id the logical id that it is given, which the JSON need not hold
     * @throws UnreadableResource if the text is not JSON, or not a resource of FHIR R4 to the last element
     */
    public Resource parse(String type, String id, String text) {
        return parse(type, id, () -> json.readTree(text));
    }

    /** As {@link #parse(String, String, String)}, from UTF-8. */
    public Resource parse(String type, String id, byte[] text) {
        return parse(type, id, () -> json.readTree(text));
    }

    private Resource parse(String type, String id, TreeReader reader) {
        try {
            if (!(reader.read() instanceof ObjectNode tree)) {
                throw new UnreadableResource(type + "/" + id, "it is not a JSON object");
            }
            dropNarratives(tree);
            var resource = (Resource) parser().parseResource(structure(tree));
            resource.setIdElement(new IdType(type, id));
            return resource;
        } catch (JsonProcessingException notJson) {
            var column =
                    notJson.getLocation() == null ? "?" : notJson.getLocation().getColumnNr();
            throw new UnreadableResource(type + "/" + id, "it is not JSON, from character " + column + " on");
        } catch (IOException | DataFormatException malformed) {
            throw new UnreadableResource(type + "/" + id, String.valueOf(malformed.getMessage()));
        }
    }

    private static void dropNarratives(ObjectNode resource) {
        resource.remove("text");
        for (var contained : resource.path("contained")) {
            if (contained instanceof ObjectNode inner) {
                inner.remove("text");
            }
        }
    }

    private static JacksonStructure structure(ObjectNode tree) {
        var structure = new JacksonStructure();
        structure.setNativeObject(tree);
        return structure;
    }

    private IJsonLikeParser parser() {
        var parser = (IJsonLikeParser) context.newJsonParser();
        parser.setParserErrorHandler(new StrictParsing());
        return parser;
    }

    /** Reads numbers and long strings as HAPI does. */
    private static JsonMapper mapper() {
        var mapper = JsonMapper.builder()
                .enable(
                        DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS,
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .nodeFactory(new JsonNodeFactory(true))
                .build();
        mapper.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxStringLength(Integer.MAX_VALUE)
                        .build());
        return mapper;
    }

    private interface TreeReader {
        JsonNode read() throws IOException;
    }
}
