package fr.respop.server.measure;

import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.OperationParam;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import fr.respop.server.fhir.FhirOperations;
import fr.respop.server.fhir.Refusal;
import fr.respop.server.fhir.evaluation.EvaluationProperties;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Measure;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** {@code Measure/$evaluate}, as DEQM defines it: several measures of the same subjects and period. */
@Component
public class EvaluateMeasuresProvider implements FhirOperations {

    private final EvaluateMeasureService service;
    private final EvaluationAnswers answers;
    private final EvaluationProperties properties;

    EvaluateMeasuresProvider(
            EvaluateMeasureService service, EvaluationAnswers answers, EvaluationProperties properties) {
        this.service = service;
        this.answers = answers;
        this.properties = properties;
    }

    /**
     * Evaluates measures, each as {@code $evaluate-measure} does.
     *
     * @param measureId ids of measures
     * @param measureUrl canonicals of measures
     * @return Parameters with a Bundle of MeasureReports, in the order of the measures, in a parameter {@code return}; with
     *     {@code Prefer: respond-async} an OperationOutcome, see {@link EvaluationAnswers}
     */
    @Operation(name = "$evaluate", type = Measure.class, idempotent = true)
    public IBaseResource evaluate(
            @OperationParam(name = "measureId") @Nullable List<String> measureId,
            @OperationParam(name = "measureUrl") @Nullable List<String> measureUrl,
            @OperationParam(name = "periodStart") @Nullable String periodStart,
            @OperationParam(name = "periodEnd") @Nullable String periodEnd,
            @OperationParam(name = "subject") @Nullable String subject,
            @OperationParam(name = "reportType") @Nullable String reportType,
            @OperationParam(name = "practitioner") @Nullable String practitioner,
            RequestDetails request,
            HttpServletResponse response) {
        var ids = Objects.requireNonNullElse(measureId, List.<String>of());
        var urls = Objects.requireNonNullElse(measureUrl, List.<String>of());
        if (ids.isEmpty() && urls.isEmpty()) {
            throw Refusal.badRequest(
                    IssueType.REQUIRED, "measureId", "Name one measure or more, by measureId or measureUrl.");
        }
        var evaluation = EvaluateMeasureRequest.of(
                periodStart, periodEnd, subject, practitioner, reportType, properties.timeZone());
        var measures = new ArrayList<Measure>();
        ids.forEach(id -> measures.add(service.stored(id)));
        urls.forEach(url -> measures.add(service.byCanonical(url)));
        var asked = new AskedEvaluation(EvaluationOperation.EVALUATE, measures, evaluation);
        return answers.answer(asked, request, response);
    }
}
