package fr.respop.server.reporting;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.OperationParam;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import fr.respop.server.fhir.Csv;
import fr.respop.server.fhir.FhirOperations;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Group;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.IntegerType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** {@code Group/<id>/$deployment}: how far a programme has come, month by month, beside the expected numbers. */
@Component
public class DeploymentProvider implements FhirOperations {

    private final DeploymentService service;

    DeploymentProvider(DeploymentService service) {
        this.service = service;
    }

    /**
     * Reads the kept monthly reports of a target population.
     *
     * @param id the Group
     * @param from the first month, such as {@code 2026-01}; that of the first report when left out
     * @param to the last month; that of the last report when left out
     * @param residents how many people live in the territory, at least 1; those whom the server knew when it made each report
     *     when left out
     * @return Parameters with a parameter {@code row} a month and stratum; as comma-separated values if the client asks for
     *     {@code text/csv}
     */
    @Operation(name = "$deployment", type = Group.class, idempotent = true)
    public IBaseResource deployment(
            @IdParam IdType id,
            @OperationParam(name = "from") @Nullable String from,
            @OperationParam(name = "to") @Nullable String to,
            @OperationParam(name = "residents") @Nullable IntegerType residents,
            ServletRequestDetails http) {
        var rows = service.rows(id.getIdPart(), DeploymentRequest.of(from, to, residents));
        return Csv.isAskedFor(http.getServletRequest())
                ? DeploymentAnswer.csv(rows)
                : DeploymentAnswer.parameters(rows, service.basis());
    }
}
