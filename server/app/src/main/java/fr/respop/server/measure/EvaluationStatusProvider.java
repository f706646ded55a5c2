package fr.respop.server.measure;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.api.RequestTypeEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import fr.respop.server.fhir.FhirOperations;
import fr.respop.server.fhir.LocalStore;
import fr.respop.server.fhir.Refusal;
import jakarta.servlet.http.HttpServletResponse;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Task;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** {@code Task/<id>/$evaluation-status}: where a client asks for an evaluation in the background, or cancels it. */
@Component
public class EvaluationStatusProvider implements FhirOperations {

    static final String OPERATION = "$evaluation-status";

    private static final String PROGRESS = "X-Progress";
    private static final String RETRY_SECONDS = "5";

    private final EvaluationJobs jobs;
    private final LocalStore store;

    EvaluationStatusProvider(EvaluationJobs jobs, LocalStore store) {
        this.jobs = jobs;
        this.store = store;
    }

    /**
     * The state of an evaluation, as FHIR's asynchronous pattern has it.
     *
     * @param id the Task
     * @return 202 with {@code X-Progress} while it is open; when it is complete, a batch-response Bundle with the answer of
     *     the operation; after DELETE, 202
     * @throws Refusal with the reason, if it failed; 404 if there is none, or it was cancelled
     */
    @Operation(name = OPERATION, type = Task.class, idempotent = true, deleteEnabled = true)
    public IBaseResource evaluationStatus(@IdParam IdType id, RequestDetails request, HttpServletResponse response) {
        if (request.getRequestType() == RequestTypeEnum.DELETE) {
            jobs.cancel(id.getIdPart());
            response.setStatus(HttpServletResponse.SC_ACCEPTED);
            return information("The evaluation is cancelled; nothing of it is stored.");
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

    private OperationOutcome open(EvaluationTask task, HttpServletResponse response) {
        var progress = task.isWaiting()
                ? "waiting for the evaluations before it"
                : jobs.progress(task).toString();
        response.setStatus(HttpServletResponse.SC_ACCEPTED);
        response.setHeader(PROGRESS, progress);
        response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
        return information(progress);
    }

    private Bundle result(EvaluationTask task, String base) {
        var reports = task.reports().stream().map(this::report).toList();
        if (reports.isEmpty()) {
            throw deleted("The Task names no result.");
        }
        var bundle = new Bundle().setType(Bundle.BundleType.BATCHRESPONSE);
        var entry = bundle.addEntry().setResource(task.operation().answer(reports));
        entry.getResponse().setStatus("200 OK");
        if (entry.getResource() instanceof MeasureReport report) {
            entry.getResponse()
                    .setLocation(
                            base + "/" + report.getIdElement().toUnqualified().getValue());
        }
        return bundle;
    }

    private MeasureReport report(String id) {
        return store.find(MeasureReport.class, id)
                .orElseThrow(() -> deleted("The result, MeasureReport/" + id + ", was deleted."));
    }

    private static Refusal deleted(String what) {
        return Refusal.of(410, IssueType.DELETED, "", what + " Ask for the evaluation again.");
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
