package fr.respop.engine.cql;

import org.opencds.cqf.cql.engine.model.CachingModelResolverDecorator;
import org.opencds.cqf.cql.engine.model.ModelResolver;

/** The FHIR R4 model as the CQL engine sees it; it holds no state of an evaluation, so all threads share it. */
final class FhirModel {

    static final String URI = "http://hl7.org/fhir";
    static final ModelResolver RESOLVER = new CachingModelResolverDecorator(new QuickFhirModel());

    private FhirModel() {}
}
