package fr.respop.server.fhir.border;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import fr.respop.server.fhir.Refusal;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Component;

/** Answers a request that is refused outside the FHIR server, in the same form as there. */
@Component
public class RefusalWriter {

    private final FhirContext context;
    private final ErrorResponses failures = new ErrorResponses();

    RefusalWriter(FhirContext context) {
        this.context = context;
    }

    public void write(HttpServletResponse response, Refusal refusal) throws IOException {
        write(response, (BaseServerResponseException) refusal);
    }

    /** Answers a request that failed outside the FHIR server as it would be answered there. */
    public void write(HttpServletResponse response, Exception failure) throws IOException {
        write(response, failures.explain(failure));
    }

    private void write(HttpServletResponse response, BaseServerResponseException refusal) throws IOException {
        response.setStatus(refusal.getStatusCode());
        response.setContentType("application/fhir+json;charset=UTF-8");
        context.newJsonParser().encodeResourceToWriter(refusal.getOperationOutcome(), response.getWriter());
    }
}
