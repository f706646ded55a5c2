package fr.respop.server.worklist;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.OperationParam;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import fr.respop.server.fhir.Csv;
import fr.respop.server.fhir.FhirOperations;
import java.util.List;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** {@code Practitioner/<id>/$work-list}: who of a practitioner's residents needs what, since when. */
@Component
public class WorkListProvider implements FhirOperations {

    private final WorkListService service;

    WorkListProvider(WorkListService service) {
        this.service = service;
    }

    /**
     * The work list of a practitioner, in whatever role.
     *
     * @param id whose
     * @param programme codes of programmes; all installed ones when left out
     * @param status DEQM's codes of gap states: {@code open-gap} (default), {@code prospective-gap}
     * @param count how many items a page holds, 1 to 1000; 100 when left out
     * @param offset how many items the pages before hold
     * @return Parameters with a parameter {@code item} an item; as comma-separated values if the client asks for
     *     {@code text/csv}
     */
    @Operation(name = "$work-list", type = Practitioner.class, idempotent = true)
    public IBaseResource ofPractitioner(
            @IdParam IdType id,
            @OperationParam(name = "programme") @Nullable List<String> programme,
            @OperationParam(name = "status") @Nullable List<String> status,
            @OperationParam(name = "count") @Nullable IntegerType count,
            @OperationParam(name = "offset") @Nullable IntegerType offset,
            ServletRequestDetails http) {
        return answer("Practitioner", id, WorkListRequest.of(programme, status, count, offset), http);
    }

    /** The same of a practitioner in one role. */
    @Operation(name = "$work-list", type = PractitionerRole.class, idempotent = true)
    public IBaseResource ofPractitionerRole(
            @IdParam IdType id,
            @OperationParam(name = "programme") @Nullable List<String> programme,
            @OperationParam(name = "status") @Nullable List<String> status,
            @OperationParam(name = "count") @Nullable IntegerType count,
            @OperationParam(name = "offset") @Nullable IntegerType offset,
            ServletRequestDetails http) {
        return answer("PractitionerRole", id, WorkListRequest.of(programme, status, count, offset), http);
    }

    /** The same of an organization, such as a health centre [maison de santé]. */
    @Operation(name = "$work-list", type = Organization.class, idempotent = true)
    public IBaseResource ofOrganization(
            @IdParam IdType id,
            @OperationParam(name = "programme") @Nullable List<String> programme,
            @OperationParam(name = "status") @Nullable List<String> status,
            @OperationParam(name = "count") @Nullable IntegerType count,
            @OperationParam(name = "offset") @Nullable IntegerType offset,
            ServletRequestDetails http) {
        return answer("Organization", id, WorkListRequest.of(programme, status, count, offset), http);
    }

    private IBaseResource answer(String type, IdType id, WorkListRequest request, ServletRequestDetails http) {
        var whose = new IdType(type, id.getIdPart());
        var page = service.list(whose, request);
        return Csv.isAskedFor(http.getServletRequest())
                ? WorkListCsv.of(page)
                : WorkListAnswer.of(page, http.getFhirServerBase() + "/" + whose.getValue() + "/$work-list", request);
    }
}
