package fr.respop.server.fhir.evaluation;

import ca.uhn.fhir.context.FhirContext;
import fr.respop.engine.record.ResourceParser;
import org.hl7.fhir.r4.model.Resource;

/** Parses stored bodies for evaluation, without their narratives. What is stored keeps them. */
final class ResourceBodies {

    private final ResourceParser parser;

    ResourceBodies(FhirContext context) {
        this.parser = new ResourceParser(context);
    }

    Resource parse(StoredResource stored) {
        return parser.parse(stored.type(), stored.id(), stored.json());
    }
}
