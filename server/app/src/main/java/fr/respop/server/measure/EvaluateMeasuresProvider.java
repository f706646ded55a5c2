package fr.respop.server.measure;

import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.OperationParam;
import fr.respop.engine.ProgressListener;
import fr.respop.server.fhir.FhirOperations;
import fr.respop.server.fhir.Refusal;
import fr.respop.server.fhir.evaluation.EvaluationProperties;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Measure;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Parameters;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** {@code Measure/$evaluate}, as DEQM defines it: several measures of the same subjects and period. */
@Component
public class EvaluateMeasuresProvider implements FhirOperations {

    private final EvaluateMeasureService service;
    private final EvaluationProperties properties;

    EvaluateMeasuresProvider(EvaluateMeasureService service, EvaluationProperties properties) {
        this.service = service;
        this.properties = properties;
    }

    /**
     * Evaluates measures, each as {@code $evaluate-measure} does.
     *
     * @param measureId ids of measures
     * @param measureUrl canonicals of measures
     * @return a Bundle of MeasureReports, in the order of the measures, in a parameter {@code return}
     */
    @Operation(name = "$evaluate", type = Measure.class, idempotent = true)
    public Parameters evaluate(
            @OperationParam(name = "measureId") @Nullable List<String> measureId,
            @OperationParam(name = "measureUrl") @Nullable List<String> measureUrl,
            @OperationParam(name = "periodStart") @Nullable String periodStart,
            @OperationParam(name = "periodEnd") @Nullable String periodEnd,
            @OperationParam(name = "subject") @Nullable String subject,
            @OperationParam(name = "reportType") @Nullable String reportType) {
        var ids = Objects.requireNonNullElse(measureId, List.<String>of());
        var urls = Objects.requireNonNullElse(measureUrl, List.<String>of());
        if (ids.isEmpty() && urls.isEmpty()) {
            throw Refusal.badRequest(
                    IssueType.REQUIRED, "measureId", "Name one measure or more, by measureId or measureUrl.");
        }
        var request = EvaluateMeasureRequest.of(periodStart, periodEnd, subject, reportType, properties.timeZone());
        var measures = new ArrayList<Measure>();
        ids.forEach(id -> measures.add(service.stored(id)));
        urls.forEach(url -> measures.add(service.byCanonical(url)));

        var bundle = new Bundle().setType(Bundle.BundleType.COLLECTION);
        service.evaluate(measures, request, ProgressListener.NONE)
                .forEach(report -> bundle.addEntry().setResource(report));
        var answer = new Parameters();
        answer.addParameter().setName("return").setResource(bundle);
        return answer;
    }
}
