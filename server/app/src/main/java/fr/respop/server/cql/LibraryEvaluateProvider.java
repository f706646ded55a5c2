package fr.respop.server.cql;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.OperationParam;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import fr.respop.server.fhir.FhirOperations;
import fr.respop.server.fhir.Refusal;
import fr.respop.server.fhir.evaluation.EvaluationProperties;
import fr.respop.server.fhir.evaluation.RequestedPeriod;
import fr.respop.server.fhir.evaluation.ResidentReference;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Library;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Parameters;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** {@code Library/$evaluate} and {@code Library/<id>/$evaluate}: what a CQL library says of one resident. */
@Component
public class LibraryEvaluateProvider implements FhirOperations {

    private final LibraryEvaluateService service;
    private final EvaluationProperties properties;

    LibraryEvaluateProvider(LibraryEvaluateService service, EvaluationProperties properties) {
        this.service = service;
        this.properties = properties;
    }

    /**
     * Evaluates a library for one resident.
     *
     * @param id the library, when the operation is called on one
     * @param url otherwise its canonical, with or without a version
     * @param subject {@code Patient/<id>}
     * @param expression the expressions to evaluate; all public ones when left out
     * @param periodStart the first day of the measurement period; or the parameter {@code Measurement Period}
     * @param periodEnd the last day of the measurement period, which is also the date of the evaluation
     * @param parameters the library's parameters, {@code Measurement Period} (a Period) among them
     * @return one parameter an expression, named like it; a list gives one each element
     */
    @Operation(name = "$evaluate", type = Library.class, idempotent = true)
    public Parameters evaluate(
            @IdParam(optional = true) @Nullable IdType id,
            @OperationParam(name = "url") @Nullable String url,
            @OperationParam(name = "subject") @Nullable String subject,
            @OperationParam(name = "expression") @Nullable List<String> expression,
            @OperationParam(name = "periodStart") @Nullable String periodStart,
            @OperationParam(name = "periodEnd") @Nullable String periodEnd,
            @OperationParam(name = "parameters") @Nullable Parameters parameters,
            RequestDetails request) {
        var zone = properties.timeZone();
        var period = RequestedPeriod.of(periodStart, periodEnd, parameters, request, zone)
                .orElseThrow(
                        () -> Refusal.badRequest(
                                IssueType.REQUIRED,
                                "periodStart",
                                "Give the measurement period: periodStart and periodEnd, or a Period named Measurement Period."));
        var asked = new LibraryEvaluateRequest(
                Objects.requireNonNullElse(expression, List.of()),
                ResidentReference.idOf(subject),
                period,
                Optional.ofNullable(parameters));
        return id == null ? service.evaluate(canonical(url), asked) : service.evaluateStored(id.getIdPart(), asked);
    }

    private static String canonical(@Nullable String url) {
        if (url == null || url.isBlank()) {
            throw Refusal.badRequest(
                    IssueType.REQUIRED,
                    "url",
                    "Name the library: Library/<id>/$evaluate, or url=<canonical> on Library/$evaluate.");
        }
        return url;
    }
}
