package fr.respop.server.reasoning;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.OperationParam;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import fr.respop.engine.MeasurementPeriod;
import fr.respop.server.fhir.FhirOperations;
import fr.respop.server.fhir.evaluation.EvaluationProperties;
import fr.respop.server.fhir.evaluation.RequestedPeriod;
import java.time.LocalDate;
import java.util.Optional;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.PlanDefinition;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** {@code PlanDefinition/$apply} and {@code $r5.apply}: a resident's plan from a logigramme. */
@Component
public class PlanDefinitionApplyProvider implements FhirOperations {

    private final PlanDefinitionApplyService service;
    private final EvaluationProperties properties;

    PlanDefinitionApplyProvider(PlanDefinitionApplyService service, EvaluationProperties properties) {
        this.service = service;
        this.properties = properties;
    }

    /**
     * Applies a PlanDefinition to a resident.
     *
     * @param id the PlanDefinition, when the operation is called on one
     * @param canonical otherwise its canonical, with or without a version
     * @param subject {@code Patient/<id>}
     * @param practitioner {@code Practitioner/<id>}, who will be the plan's author
     * @param organization {@code Organization/<id>}
     * @param periodStart the first day of the measurement period; the twelve months that end today when no period is given
     * @param periodEnd the last day of the measurement period, which is also the date of the plan
     * @param parameters the CQL parameters, {@code Measurement Period} (a Period) among them
     * @return the CarePlan; it is not stored
     */
    @Operation(name = "$apply", type = PlanDefinition.class, idempotent = true)
    public IBaseResource apply(
            @IdParam(optional = true) @Nullable IdType id,
            @OperationParam(name = "canonical") @Nullable String canonical,
            @OperationParam(name = "subject") @Nullable String subject,
            @OperationParam(name = "practitioner") @Nullable String practitioner,
            @OperationParam(name = "organization") @Nullable String organization,
            @OperationParam(name = "periodStart") @Nullable String periodStart,
            @OperationParam(name = "periodEnd") @Nullable String periodEnd,
            @OperationParam(name = "parameters") @Nullable Parameters parameters,
            RequestDetails request) {
        var period = period(periodStart, periodEnd, parameters, request);
        var asked = ApplyRequest.of(id, canonical, subject, practitioner, organization, period);
        return service.apply(asked, Optional.ofNullable(parameters), request);
    }

    /**
     * Applies a PlanDefinition to a resident as FHIR R5 does; the parameters are those of {@code $apply}.
     *
     * @return a parameter {@code return} with a Bundle: the RequestGroup and the requests that it leads to
     */
    @Operation(name = "$r5.apply", type = PlanDefinition.class, idempotent = true)
    public IBaseResource applyAsR5(
            @IdParam(optional = true) @Nullable IdType id,
            @OperationParam(name = "canonical") @Nullable String canonical,
            @OperationParam(name = "subject") @Nullable String subject,
            @OperationParam(name = "practitioner") @Nullable String practitioner,
            @OperationParam(name = "organization") @Nullable String organization,
            @OperationParam(name = "periodStart") @Nullable String periodStart,
            @OperationParam(name = "periodEnd") @Nullable String periodEnd,
            @OperationParam(name = "parameters") @Nullable Parameters parameters,
            RequestDetails request) {
        var period = period(periodStart, periodEnd, parameters, request);
        var asked = ApplyRequest.of(id, canonical, subject, practitioner, organization, period);
        return service.applyAsR5(asked, Optional.ofNullable(parameters), request);
    }

    private MeasurementPeriod period(
            @Nullable String start, @Nullable String end, @Nullable Parameters parameters, RequestDetails request) {
        return RequestedPeriod.of(start, end, parameters, request, properties.timeZone())
                .orElseGet(() -> ApplyRequest.yearUntil(LocalDate.now(properties.clock()), properties.timeZone()));
    }
}
