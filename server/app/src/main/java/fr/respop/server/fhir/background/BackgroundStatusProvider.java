package fr.respop.server.fhir.background;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.api.RequestTypeEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import fr.respop.server.fhir.FhirOperations;
import fr.respop.server.fhir.Refusal;
import jakarta.servlet.http.HttpServletResponse;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Task;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** {@code Task/<id>/$async-status}: where a client asks for work in the background, or cancels it. */
@Component
public class BackgroundStatusProvider implements FhirOperations {

    static final String OPERATION = "$async-status";

    private static final String PROGRESS = "X-Progress";
    private static final String RETRY_SECONDS = "5";

    private final BackgroundJobs jobs;
    private final BackgroundOperations operations;

    BackgroundStatusProvider(BackgroundJobs jobs, BackgroundOperations operations) {
        this.jobs = jobs;
        this.operations = operations;
    }

    /**
     * The state of some work, as FHIR's asynchronous pattern has it.
     *
     * @param id the Task
     * @return 202 with {@code X-Progress} while it is open; when it is complete, a batch-response Bundle with the answer of
     *     the operation; after DELETE, 202
     * @throws Refusal with the reason, if it failed; 404 if there is none, or it was cancelled
     */
    @Operation(name = OPERATION, type = Task.class, idempotent = true, deleteEnabled = true)
    public IBaseResource status(@IdParam IdType id, RequestDetails request, HttpServletResponse response) {
        if (request.getRequestType() == RequestTypeEnum.DELETE) {
            var cancelled = jobs.cancel(id.getIdPart());
            response.setStatus(HttpServletResponse.SC_ACCEPTED);
            return information("It is cancelled. " + operations.of(cancelled).whenCancelled());
        }
        var task = jobs.get(id.getIdPart());
        if (task.isOpen()) {
            return open(task, response);
        }
        if (task.isCompleted()) {
            return result(task, request.getFhirServerBase());
        }
        throw task.failure();
    }

    private OperationOutcome open(BackgroundTask task, HttpServletResponse response) {
        var progress = task.isWaiting()
                ? "waiting for the work before it"
                : jobs.progress(task).toString();
        response.setStatus(HttpServletResponse.SC_ACCEPTED);
        response.setHeader(PROGRESS, progress);
        response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
        return information(progress);
    }

    private Bundle result(BackgroundTask task, String base) {
        var answer = operations.of(task).answer(task);
        var bundle = new Bundle().setType(Bundle.BundleType.BATCHRESPONSE);
        var response = bundle.addEntry().setResource(answer).getResponse().setStatus("200 OK");
        var id = answer.getIdElement();
        if (id.hasVersionIdPart()) {
            response.setLocation(base + "/" + id.toUnqualified().getValue());
        }
        return bundle;
    }

    static OperationOutcome information(String text) {
        var outcome = new OperationOutcome();
        outcome.addIssue()
                .setSeverity(OperationOutcome.IssueSeverity.INFORMATION)
                .setCode(IssueType.INFORMATIONAL)
                .setDiagnostics(text);
        return outcome;
    }
}
