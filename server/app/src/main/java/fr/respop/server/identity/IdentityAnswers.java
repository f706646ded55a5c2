package fr.respop.server.identity;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import fr.respop.server.fhir.StorageHooks;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.jspecify.annotations.Nullable;

/**
 * Tells a client which warnings its write caused: in the OperationOutcome of the answer where it asked for one or sent a
 * Bundle, and always in {@code Warning} headers, for an answer whose body is the resource or nothing.
 */
@Interceptor
public final class IdentityAnswers implements StorageHooks {

    private static final int HEADERS_AT_MOST = 10;

    @Hook(Pointcut.SERVER_OUTGOING_RESPONSE)
    public void beforeAnswer(
            RequestDetails request, @Nullable IBaseResource answer, @Nullable HttpServletResponse response) {
        var warnings = IdentityWarnings.of(request);
        if (answer instanceof OperationOutcome outcome) {
            addTo(outcome, warnings.findings());
        } else if (answer instanceof Bundle bundle) {
            bundle.getEntry().forEach(entry -> addTo(entry.getResponse(), warnings));
        }
        if (response != null) {
            warnings.findings().stream()
                    .limit(HEADERS_AT_MOST)
                    .forEach(finding -> response.addHeader(
                            "Warning", "199 Respop \"" + finding.element() + ": " + finding.ruleAndCure() + "\""));
        }
    }

    private static void addTo(Bundle.BundleEntryResponseComponent response, IdentityWarnings warnings) {
        if (!response.hasLocation()) {
            return;
        }
        var findings = warnings.on(
                new IdType(response.getLocation()).toUnqualifiedVersionless().getValue());
        if (findings.isEmpty()) {
            return;
        }
        if (!(response.getOutcome() instanceof OperationOutcome)) {
            response.setOutcome(new OperationOutcome());
        }
        addTo((OperationOutcome) response.getOutcome(), findings);
    }

    private static void addTo(OperationOutcome outcome, List<Finding> findings) {
        findings.forEach(finding -> outcome.addIssue(finding.toIssue()));
    }
}
