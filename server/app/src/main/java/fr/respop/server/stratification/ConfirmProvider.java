package fr.respop.server.stratification;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.OperationParam;
import fr.respop.server.fhir.FhirOperations;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.RiskAssessment;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** {@code RiskAssessment/<id>/$confirm}: the general practitioner decides on a proposed stratum. */
@Component
public class ConfirmProvider implements FhirOperations {

    private final ConfirmService service;

    ConfirmProvider(ConfirmService service) {
        this.service = service;
    }

    /**
     * Confirms, corrects or rejects a proposal.
     *
     * @param id the proposal
     * @param practitioner {@code Practitioner/<id>} or {@code PractitionerRole/<id>}: a general practitioner of the
     *     resident
     * @param decision {@code confirm} (default), {@code correct} or {@code reject}
     * @param stratum the code of the right stratum, such as {@code diabetes-2}; with {@code correct} only
     * @param reason why it is corrected or rejected; needed for both
     * @return the RiskAssessment as it is now stored
     */
    @Operation(name = "$confirm", type = RiskAssessment.class)
    public RiskAssessment confirm(
            @IdParam IdType id,
            @OperationParam(name = "practitioner") @Nullable String practitioner,
            @OperationParam(name = "decision") @Nullable String decision,
            @OperationParam(name = "stratum") @Nullable String stratum,
            @OperationParam(name = "reason") @Nullable String reason) {
        return service.decide(id.getIdPart(), ConfirmRequest.of(practitioner, decision, stratum, reason));
    }
}
