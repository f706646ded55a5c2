package fr.respop.server.stratification;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.OperationParam;
import fr.respop.server.fhir.FhirOperations;
import java.util.List;
import java.util.Objects;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Group;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** {@code Patient/<id>/$stratify} and {@code Group/<id>/$stratify}: compute strata now. */
@Component
public class StratifyProvider implements FhirOperations {

    private final StratifyService service;

    StratifyProvider(StratifyService service) {
        this.service = service;
    }

    /**
     * Computes the strata of a resident and stores a proposal where one differs from what is known.
     *
     * @param id the resident
     * @param programme codes of programmes; all installed ones when left out
     * @param dryRun whether nothing is to be stored
     * @return for each programme a parameter {@code stratification} with the parts {@code programme}, {@code outcome}
     *     (proposed, unchanged, ended, not-concerned) and, if there is one, {@code assessment}
     */
    @Operation(name = "$stratify", type = Patient.class)
    public Parameters stratify(
            @IdParam IdType id,
            @OperationParam(name = "programme") @Nullable List<String> programme,
            @OperationParam(name = "dryRun") @Nullable BooleanType dryRun) {
        return service.resident(id.getIdPart(), Objects.requireNonNullElse(programme, List.of()), isTrue(dryRun));
    }

    /**
     * The same for all residents of a target population, in its programme; or for the members of a Group that lists them,
     * in all programmes.
     *
     * @param id the Group
     * @param dryRun whether nothing is to be stored
     * @return a parameter {@code count} for each outcome and stratum, with the parts {@code outcome}, {@code stratum} and
     *     {@code residents}; and a parameter {@code failed} for each resident whose stratum could not be computed
     */
    @Operation(name = "$stratify", type = Group.class)
    public Parameters stratifyAll(@IdParam IdType id, @OperationParam(name = "dryRun") @Nullable BooleanType dryRun) {
        return service.population(id.getIdPart(), isTrue(dryRun));
    }

    private static boolean isTrue(@Nullable BooleanType flag) {
        return flag != null && flag.booleanValue();
    }
}
