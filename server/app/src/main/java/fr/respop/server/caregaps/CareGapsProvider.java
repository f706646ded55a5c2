package fr.respop.server.caregaps;

import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.OperationParam;
import fr.respop.engine.MeasurementPeriod;
import fr.respop.server.fhir.FhirOperations;
import fr.respop.server.fhir.evaluation.EvaluationProperties;
import java.util.List;
import org.hl7.fhir.r4.model.Measure;
import org.hl7.fhir.r4.model.Parameters;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** {@code Measure/$care-gaps}, as DEQM defines it, for one resident or for many. */
@Component
public class CareGapsProvider implements FhirOperations {

    private final CareGapsService service;
    private final EvaluationProperties properties;

    CareGapsProvider(CareGapsService service, EvaluationProperties properties) {
        this.service = service;
        this.properties = properties;
    }

    /**
     * Reports follow-up gaps.
     *
     * @param periodStart the first day of the measurement period
     * @param periodEnd the last day of the measurement period, which is also the date of the evaluation
     * @param subject {@code Patient/<id>}; or whose residents: a {@code Group}, {@code Practitioner},
     *     {@code PractitionerRole} or {@code Organization}
     * @param practitioner whose residents: {@code Practitioner/<id>} or {@code PractitionerRole/<id>}
     * @param organization whose residents: {@code Organization/<id>}; of several parameters, the residents of all at once
     * @param status the states to report: {@code open-gap}, {@code prospective-gap}, {@code closed-gap},
     *     {@code not-applicable}; all when left out
     * @param measureUrl canonicals of measures of follow-up items; all installed ones when no measure is named
     * @param measureId ids of such measures
     * @return a gaps-in-care document a resident, in parameters {@code return}
     */
    @Operation(name = "$care-gaps", type = Measure.class, idempotent = true)
    public Parameters careGaps(
            @OperationParam(name = "periodStart") @Nullable String periodStart,
            @OperationParam(name = "periodEnd") @Nullable String periodEnd,
            @OperationParam(name = "subject") @Nullable String subject,
            @OperationParam(name = "practitioner") @Nullable String practitioner,
            @OperationParam(name = "organization") @Nullable String organization,
            @OperationParam(name = "status") @Nullable List<String> status,
            @OperationParam(name = "measureUrl") @Nullable List<String> measureUrl,
            @OperationParam(name = "measureId") @Nullable List<String> measureId) {
        var period = MeasurementPeriod.of(periodStart, periodEnd, properties.timeZone());
        var subjects = CareGapsRequest.subjects(subject, practitioner, organization);
        return service.report(CareGapsRequest.of(period, subjects, status, measureUrl, measureId))
                .toParameters();
    }
}
