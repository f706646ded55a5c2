package fr.respop.server.stratification;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.OperationParam;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import fr.respop.engine.ProgressListener;
import fr.respop.server.fhir.FhirOperations;
import fr.respop.server.fhir.background.BackgroundAnswers;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Objects;
import org.hl7.fhir.instance.model.api.IBaseResource;
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
    private final GroupStratifyService groups;
    private final BackgroundAnswers background;

    StratifyProvider(StratifyService service, GroupStratifyService groups, BackgroundAnswers background) {
        this.service = service;
        this.groups = groups;
        this.background = background;
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
     *     {@code residents}; and a parameter {@code failed} for each resident whose stratum could not be computed or
     *     stored, with the parts {@code resident}, {@code code} and {@code reason}; with {@code Prefer: respond-async} what
     *     {@link BackgroundAnswers#accept} answers
     */
    @Operation(name = "$stratify", type = Group.class)
    public IBaseResource stratifyAll(
            @IdParam IdType id,
            @OperationParam(name = "dryRun") @Nullable BooleanType dryRun,
            RequestDetails request,
            HttpServletResponse response) {
        var asked = new GroupStratification(id.getIdPart(), isTrue(dryRun));
        var residents = groups.residents(asked);
        if (BackgroundAnswers.arePreferred(request)) {
            return background.accept(groups.ask(asked), request, response);
        }
        background.refuseTooMany(residents);
        return groups.stratify(asked, ProgressListener.NONE);
    }

    private static boolean isTrue(@Nullable BooleanType flag) {
        return flag != null && flag.booleanValue();
    }
}
