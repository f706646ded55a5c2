package fr.respop.server.fhir.border;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.RestOperationTypeEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import fr.respop.server.fhir.Refusal;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;

/** Refuses a Bundle that does not say whether it is all or nothing, where HAPI would guess. */
@Interceptor
class BundleChecks {

    @Hook(Pointcut.SERVER_INCOMING_REQUEST_PRE_HANDLED)
    public void check(RequestDetails request, RestOperationTypeEnum operation) {
        if (operation == RestOperationTypeEnum.TRANSACTION
                && request.getResource() instanceof Bundle bundle
                && bundle.getType() != BundleType.TRANSACTION
                && bundle.getType() != BundleType.BATCH) {
            throw Refusal.badRequest(
                    IssueType.VALUE,
                    "Bundle.type",
                    "A Bundle sent to the server's base is a transaction (all entries or none) or a batch (each on its own)."
                            + " Set Bundle.type to one of them.");
        }
    }
}
