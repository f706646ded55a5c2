package fr.respop.server.questionnaire;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.OperationParam;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import fr.respop.engine.MeasurementPeriod;
import fr.respop.server.fhir.FhirOperations;
import fr.respop.server.fhir.KnownParameters;
import fr.respop.server.fhir.evaluation.EvaluationProperties;
import fr.respop.server.fhir.evaluation.RequestedPeriod;
import java.time.LocalDate;
import java.util.Set;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** {@code Questionnaire/$populate}: a form with what is known of a resident. */
@Component
class QuestionnairePopulateProvider implements FhirOperations {

    private static final Set<String> PARAMETERS =
            Set.of("canonical", "questionnaire", "subject", "periodStart", "periodEnd", "Measurement Period");

    private final Forms forms;
    private final Populator populator;
    private final EvaluationProperties properties;

    QuestionnairePopulateProvider(Forms forms, Populator populator, EvaluationProperties properties) {
        this.forms = forms;
        this.populator = populator;
        this.properties = properties;
    }

    /**
     * Fills in a form.
     *
     * @param id the form, when the operation is called on one
     * @param canonical otherwise its canonical, with or without a version
     * @param questionnaire otherwise the form itself, in a body
     * @param subject {@code Patient/<id>}
     * @param periodStart the first day of the measurement period; the twelve months that end today when no period is given
     * @param periodEnd the last day of the measurement period, which is the day of the facts
     * @return a parameter {@code response}: a QuestionnaireResponse in progress; it is not stored
     */
    @Operation(name = "$populate", type = Questionnaire.class, idempotent = true)
    public Parameters populate(
            @IdParam(optional = true) @Nullable IdType id,
            @OperationParam(name = "canonical") @Nullable CanonicalType canonical,
            @OperationParam(name = "questionnaire") @Nullable Questionnaire questionnaire,
            @OperationParam(name = "subject") @Nullable Reference subject,
            @OperationParam(name = "periodStart") @Nullable String periodStart,
            @OperationParam(name = "periodEnd") @Nullable String periodEnd,
            RequestDetails request) {
        KnownParameters.refuseOthers(request, PARAMETERS);
        var form = forms.form(id, canonical == null ? null : canonical.getValue(), questionnaire);
        var patient = forms.subject(subject);
        var period = RequestedPeriod.of(periodStart, periodEnd, null, request, properties.timeZone())
                .orElseGet(this::yearUntilToday);
        var answer = new Parameters();
        answer.addParameter().setName("response").setResource(populator.populate(form, patient, period));
        return answer;
    }

    private MeasurementPeriod yearUntilToday() {
        var today = LocalDate.now(properties.clock());
        return MeasurementPeriod.of(
                today.minusYears(1).plusDays(1).toString(), today.toString(), properties.timeZone());
    }
}
