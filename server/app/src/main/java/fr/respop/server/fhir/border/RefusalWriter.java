package fr.respop.server.fhir.border;

import ca.uhn.fhir.context.FhirContext;
import fr.respop.server.fhir.Refusal;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Component;

/** Answers a request that is refused before it reaches the FHIR server, in the same form as there. */
@Component
public class RefusalWriter {

    private final FhirContext context;

    RefusalWriter(FhirContext context) {
        this.context = context;
    }

    public void write(HttpServletResponse response, Refusal refusal) throws IOException {
        response.setStatus(refusal.getStatusCode());
        response.setContentType("application/fhir+json;charset=UTF-8");
        context.newJsonParser().encodeResourceToWriter(refusal.getOperationOutcome(), response.getWriter());
    }
}
