package fr.respop.server.fhir.border;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.server.RestfulServer;
import ca.uhn.fhir.rest.server.util.ISearchParamRegistry;

/** Sets the checks of requests and the writing of failures before a FHIR server. */
public final class Border {

    private Border() {}

    /** Guards a server; called once, while it is made. */
    public static void guard(RestfulServer server, FhirContext context, ISearchParamRegistry searchParameters) {
        context.setParserErrorHandler(new StrictParsing());
        server.registerInterceptor(new ErrorResponses());
        server.registerInterceptor(new MediaTypeChecks());
        server.registerInterceptor(new ParameterChecks(context, searchParameters));
        server.registerInterceptor(new BundleChecks());
        server.registerInterceptor(new OperationChecks());
    }
}
