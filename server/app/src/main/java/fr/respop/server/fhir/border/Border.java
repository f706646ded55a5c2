package fr.respop.server.fhir.border;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.server.RestfulServer;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import ca.uhn.fhir.rest.server.util.ISearchParamRegistry;
import fr.respop.engine.record.StrictParsing;

/** Sets the checks of requests and the writing of failures before a FHIR server. */
public final class Border {

    private Border() {}

    /**
     * What a client is told of a failure, here or later: status, OperationOutcome, rule and cure.
     *
     * <p>What the server did wrong is logged by this call, and the client gets its number in the log.
     */
    public static BaseServerResponseException explain(Throwable failure) {
        return new ErrorResponses().explain(failure);
    }

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
