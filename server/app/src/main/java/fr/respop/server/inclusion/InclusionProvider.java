package fr.respop.server.inclusion;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.OperationParam;
import fr.respop.server.fhir.FhirOperations;
import java.util.List;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Patient;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** {@code Patient/<id>/$include}, {@code $withdraw} and {@code $close}: the inclusion of a resident in a programme. */
@Component
public class InclusionProvider implements FhirOperations {

    private final IncludeService includeService;
    private final EndService endService;

    InclusionProvider(IncludeService includeService, EndService endService) {
        this.includeService = includeService;
        this.endService = endService;
    }

    /**
     * Includes a resident whose stratum is confirmed and who consents, all or nothing.
     *
     * @param id the resident
     * @param programme the code of the programme
     * @param practitioner {@code Practitioner/<id>} or {@code PractitionerRole/<id>}: a general practitioner of the resident
     * @param channel the code of the channel by which the resident came
     * @param consentDate the day of the consent, which the server then stores; or
     * @param consent {@code Consent/<id>} of a stored consent to the programme
     * @param team references of others who take part
     * @return a collection of what was stored
     */
    @Operation(name = "$include", type = Patient.class)
    public Bundle include(
            @IdParam IdType id,
            @OperationParam(name = "programme") @Nullable String programme,
            @OperationParam(name = "practitioner") @Nullable String practitioner,
            @OperationParam(name = "channel") @Nullable String channel,
            @OperationParam(name = "consentDate") @Nullable DateType consentDate,
            @OperationParam(name = "consent") @Nullable String consent,
            @OperationParam(name = "team") @Nullable List<String> team) {
        return includeService.include(
                id.getIdPart(), IncludeRequest.of(programme, practitioner, channel, consentDate, consent, team));
    }

    /**
     * Ends an inclusion because the resident withdraws the consent.
     *
     * @param id the resident
     * @param programme the code of the programme
     * @return a collection of what was changed and stored
     */
    @Operation(name = "$withdraw", type = Patient.class)
    public Bundle withdraw(@IdParam IdType id, @OperationParam(name = "programme") @Nullable String programme) {
        return endService.end(id.getIdPart(), EndRequest.withdrawal(programme));
    }

    /**
     * Ends an inclusion for another reason.
     *
     * @param id the resident
     * @param programme the code of the programme
     * @param reason {@code moved}, {@code died} or {@code ended}
     * @return a collection of what was changed and stored
     */
    @Operation(name = "$close", type = Patient.class)
    public Bundle close(
            @IdParam IdType id,
            @OperationParam(name = "programme") @Nullable String programme,
            @OperationParam(name = "reason") @Nullable String reason) {
        return endService.end(id.getIdPart(), EndRequest.of(programme, reason));
    }
}
