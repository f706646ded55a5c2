package fr.respop.server.fhir;

import ca.uhn.fhir.jpa.api.dao.IFhirSystemDao;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import java.util.List;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Meta;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Writes what a client brought, after its request was answered: under the rules for clients, not under those for what the
 * server makes itself.
 */
@Component
public class ClientWrites {

    /** HAPI hands the data of a request on to the requests that it makes of a Bundle's entries. */
    private static final Object OF_A_CLIENT = ClientWrites.class;

    private final IFhirSystemDao<Bundle, Meta> systemDao;

    ClientWrites(IFhirSystemDao<Bundle, Meta> systemDao) {
        this.systemDao = systemDao;
    }

    /** Whether the server itself is behind a write, and no client. */
    public static boolean isServer(@Nullable RequestDetails request) {
        return request instanceof SystemRequestDetails && !request.getUserData().containsKey(OF_A_CLIENT);
    }

    /**
     * Creates or replaces resources under their own ids, all of them or none.
     *
     * @param resources are left as they are
     * @throws ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException if one of them is refused
     */
    public void put(List<? extends Resource> resources) {
        var bundle = new Bundle().setType(Bundle.BundleType.TRANSACTION);
        for (var resource : resources) {
            bundle.addEntry()
                    .setResource(resource.copy())
                    .getRequest()
                    .setMethod(Bundle.HTTPVerb.PUT)
                    .setUrl(resource.fhirType() + "/" + resource.getIdElement().getIdPart());
        }
        var request = new SystemRequestDetails();
        request.getUserData().put(OF_A_CLIENT, true);
        systemDao.transaction(request, bundle);
    }
}
