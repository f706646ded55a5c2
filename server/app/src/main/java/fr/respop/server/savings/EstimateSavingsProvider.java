package fr.respop.server.savings;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.OperationParam;
import fr.respop.server.fhir.FhirOperations;
import fr.respop.server.fhir.Refusal;
import org.hl7.fhir.r4.model.Group;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Parameters;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** {@code Group/<id>/$estimate-savings}: what keeping residents in a stratum instead of the next is worth. */
@Component
public class EstimateSavingsProvider implements FhirOperations {

    private final EstimateSavingsService service;

    EstimateSavingsProvider(EstimateSavingsService service) {
        this.service = service;
    }

    /**
     * Estimates savings over five years.
     *
     * @param id a population of a programme
     * @param stratum the code of the stratum in which the residents stay, such as {@code heart-failure-2}
     * @param residents how many stay there, at least 1
     * @return {@code savings} and the costs behind it as Money in EUR, the {@code formula} and the {@code source}
     */
    @Operation(name = "$estimate-savings", type = Group.class, idempotent = true)
    public Parameters estimate(
            @IdParam IdType id,
            @OperationParam(name = "stratum") @Nullable String stratum,
            @OperationParam(name = "residents") @Nullable IntegerType residents) {
        if (stratum == null || stratum.isBlank()) {
            throw Refusal.badRequest(
                    IssueType.REQUIRED,
                    "stratum",
                    "Name the stratum in which residents stay: stratum=heart-failure-2.");
        }
        if (residents == null || !residents.hasValue() || residents.getValue() < 1) {
            throw Refusal.badRequest(
                    residents == null ? IssueType.REQUIRED : IssueType.VALUE,
                    "residents",
                    "Say how many residents stay there, at least one: residents=100.");
        }
        return service.estimate(id.getIdPart(), stratum.strip(), residents.getValue());
    }
}
