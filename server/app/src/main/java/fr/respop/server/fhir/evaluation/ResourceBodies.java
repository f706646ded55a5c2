package fr.respop.server.fhir.evaluation;

import ca.uhn.fhir.context.FhirContext;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Resource;

/**
 * Parses stored bodies for evaluation, without their narratives.
 *
 * <p>No content reads a narrative, and parsing one costs more than the rest of a resource. What is stored keeps it.
 */
final class ResourceBodies {

    private final FhirContext context;
    private final ObjectMapper json = new ObjectMapper();

    ResourceBodies(FhirContext context) {
        this.context = context;
    }

    Resource parse(StoredResource stored) {
        var resource = (Resource) context.newJsonParser().parseResource(withoutNarrative(stored));
        resource.setIdElement(new IdType(stored.type(), stored.id()));
        return resource;
    }

    private String withoutNarrative(StoredResource stored) {
        if (!stored.json().contains("\"div\"")) {
            return stored.json();
        }
        try {
            var tree = (ObjectNode) json.readTree(stored.json());
            tree.remove("text");
            tree.path("contained").forEach(contained -> ((ObjectNode) contained).remove("text"));
            return json.writeValueAsString(tree);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException(
                    "The stored body of " + stored.type() + "/" + stored.id() + " is not JSON", unreadable);
        }
    }
}
