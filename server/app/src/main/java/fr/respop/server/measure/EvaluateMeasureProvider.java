package fr.respop.server.measure;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.OperationParam;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import fr.respop.server.fhir.FhirOperations;
import fr.respop.server.fhir.Refusal;
import fr.respop.server.fhir.evaluation.EvaluationProperties;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Measure;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** {@code Measure/$evaluate-measure} and {@code Measure/<id>/$evaluate-measure}. */
@Component
public class EvaluateMeasureProvider implements FhirOperations {

    private final EvaluateMeasureService service;
    private final EvaluationAnswers answers;
    private final EvaluationProperties properties;

    EvaluateMeasureProvider(
            EvaluateMeasureService service, EvaluationAnswers answers, EvaluationProperties properties) {
        this.service = service;
        this.answers = answers;
        this.properties = properties;
    }

    /**
     * Evaluates a measure.
     *
     * @param id the measure, when the operation is called on one
     * @param measure otherwise its canonical, with or without a version
     * @param periodStart the first day of the measurement period, inclusive
     * @param periodEnd the last day of the measurement period, inclusive; also the date of the evaluation
     * @param subject {@code Patient/<id>}; or whose residents: a {@code Group}, {@code Practitioner},
     *     {@code PractitionerRole} or {@code Organization}; everybody when left out
     * @param reportType {@code subject}, {@code subject-list} or {@code population}
     * @param practitioner {@code Practitioner/<id>} or {@code PractitionerRole/<id>}: of the subject's residents those of
     *     the practitioner
     * @return a MeasureReport; with {@code Prefer: respond-async} an OperationOutcome, see {@link EvaluationAnswers}
     */
    @Operation(name = "$evaluate-measure", type = Measure.class, idempotent = true)
    public IBaseResource evaluateMeasure(
            @IdParam(optional = true) @Nullable IdType id,
            @OperationParam(name = "measure") @Nullable String measure,
            @OperationParam(name = "periodStart") @Nullable String periodStart,
            @OperationParam(name = "periodEnd") @Nullable String periodEnd,
            @OperationParam(name = "subject") @Nullable String subject,
            @OperationParam(name = "reportType") @Nullable String reportType,
            @OperationParam(name = "practitioner") @Nullable String practitioner,
            RequestDetails request,
            HttpServletResponse response) {
        var evaluation = EvaluateMeasureRequest.of(
                periodStart, periodEnd, subject, practitioner, reportType, properties.timeZone());
        var found = id == null ? service.byCanonical(canonical(measure)) : service.stored(id.getIdPart());
        var asked = new AskedEvaluation(EvaluationOperation.EVALUATE_MEASURE, List.of(found), evaluation);
        return answers.answer(asked, request, response);
    }

    private static String canonical(@Nullable String measure) {
        if (measure == null || measure.isBlank()) {
            throw Refusal.badRequest(
                    IssueType.REQUIRED,
                    "measure",
                    "Name the measure: Measure/<id>/$evaluate-measure, or measure=<canonical> on Measure/$evaluate-measure.");
        }
        return measure;
    }
}
