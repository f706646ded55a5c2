package fr.respop.server.measure;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import fr.respop.engine.ProgressListener;
import fr.respop.engine.content.Content;
import fr.respop.server.fhir.Refusal;
import fr.respop.server.fhir.evaluation.CurrentContent;
import fr.respop.server.fhir.evaluation.EvaluationProperties;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Answers an evaluation at once, or accepts it for the background when the client prefers that. */
@Component
class EvaluationAnswers {

    private final EvaluateMeasureService service;
    private final EvaluationJobs jobs;
    private final CurrentContent content;
    private final EvaluationProperties properties;
    private final SharedEvaluations<Key> shared = new SharedEvaluations<>();

    EvaluationAnswers(
            EvaluateMeasureService service,
            EvaluationJobs jobs,
            CurrentContent content,
            EvaluationProperties properties) {
        this.service = service;
        this.jobs = jobs;
        this.content = content;
        this.properties = properties;
    }

    /**
     * The answer of the operation; with {@code Prefer: respond-async} the status 202, the address of the evaluation's
     * state, and a word about it.
     *
     * @throws Refusal 422 too-costly if a client would wait for too many residents
     */
    Resource answer(AskedEvaluation asked, RequestDetails request, HttpServletResponse response) {
        // The requests of a batch share one set of headers and one status.
        if (request.isPreferAsync() && !request.isSubRequest()) {
            return accept(asked, request, response);
        }
        return asked.operation().answer(evaluate(asked));
    }

    private Resource accept(AskedEvaluation asked, RequestDetails request, HttpServletResponse response) {
        service.subjects(asked.measures(), asked.request());
        var status =
                request.getFhirServerBase() + "/Task/" + jobs.submit(asked) + "/" + EvaluationStatusProvider.OPERATION;
        response.setStatus(HttpServletResponse.SC_ACCEPTED);
        response.setHeader(HttpHeaders.CONTENT_LOCATION, status);
        return EvaluationStatusProvider.information("The evaluation is accepted. Ask for its state, and at last its"
                + " result, with GET at the address in Content-Location; cancel it there with DELETE.");
    }

    /** One resident is quick, and asked for right after a write: only evaluations of populations are shared. */
    private List<MeasureReport> evaluate(AskedEvaluation asked) {
        if (asked.request().isOfOneResident()) {
            return evaluateAlone(asked);
        }
        refuseTooMany(asked);
        var key = new Key(asked.measureNames(), asked.request(), content.get());
        return shared.evaluate(key, () -> evaluateAlone(asked));
    }

    private List<MeasureReport> evaluateAlone(AskedEvaluation asked) {
        return service.evaluate(asked.measures(), asked.request(), ProgressListener.NONE);
    }

    private void refuseTooMany(AskedEvaluation asked) {
        var subjects = service.subjects(asked.measures(), asked.request());
        if (subjects > properties.synchronousLimit()) {
            throw Refusal.unprocessable(
                    IssueType.TOOCOSTLY,
                    "Prefer",
                    "The evaluation looks at " + subjects + " residents, more than the " + properties.synchronousLimit()
                            + " for which a client may wait. Ask for it with the header Prefer: respond-async.");
        }
    }

    /** Evaluations with equal keys have equal results, but for what is written to residents meanwhile. */
    private record Key(List<String> measures, EvaluateMeasureRequest request, Content content) {}
}
