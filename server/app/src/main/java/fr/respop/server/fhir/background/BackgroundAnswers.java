package fr.respop.server.fhir.background;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import fr.respop.server.fhir.Refusal;
import fr.respop.server.fhir.evaluation.EvaluationProperties;
import jakarta.servlet.http.HttpServletResponse;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Task;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Accepts requests for the background, and refuses those that belong there. */
@Component
public class BackgroundAnswers {

    private final BackgroundJobs jobs;
    private final EvaluationProperties properties;

    BackgroundAnswers(BackgroundJobs jobs, EvaluationProperties properties) {
        this.jobs = jobs;
        this.properties = properties;
    }

    /** Whether the client prefers not to wait. */
    public static boolean arePreferred(RequestDetails request) {
        // The requests of a batch share one set of headers and one status.
        return request.isPreferAsync() && !request.isSubRequest();
    }

    /**
     * The answer of an accepted request: status 202, the address of its state, and a word about it.
     *
     * @param asked a new Task of a {@link BackgroundOperation}
     */
    public OperationOutcome accept(Task asked, RequestDetails request, HttpServletResponse response) {
        var status =
                request.getFhirServerBase() + "/Task/" + jobs.submit(asked) + "/" + BackgroundStatusProvider.OPERATION;
        response.setStatus(HttpServletResponse.SC_ACCEPTED);
        response.setHeader(HttpHeaders.CONTENT_LOCATION, status);
        return BackgroundStatusProvider.information(
                "The request is accepted. Ask for its state, and at last its result,"
                        + " with GET at the address in Content-Location; cancel it there with DELETE.");
    }

    /**
     * Refuses what a client would wait for too long.
     *
     * @param residents how many are looked at
     * @throws Refusal 422 too-costly if they are too many
     */
    public void refuseTooMany(long residents) {
        if (residents > properties.synchronousLimit()) {
            throw Refusal.unprocessable(
                    IssueType.TOOCOSTLY,
                    "Prefer",
                    "The request looks at " + residents + " residents, more than the " + properties.synchronousLimit()
                            + " for which a client may wait. Ask for it with the header Prefer: respond-async.");
        }
    }
}
