package fr.respop.server.fhir;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.api.dao.IFhirResourceDaoValueSet;
import ca.uhn.fhir.rest.api.MethodOutcome;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.server.RestfulServer;
import java.util.Map;
import org.hl7.fhir.instance.model.api.IBaseParameters;
import org.hl7.fhir.instance.model.api.IIdType;
import org.hl7.fhir.r4.model.ValueSet;
import org.opencds.cqf.fhir.cr.hapi.repository.ClinicalIntelligenceHapiFhirRepository;

/**
 * The stored resources as clinical-reasoning wants to see them.
 *
 * <p>A value set is expanded by the storage. The inherited way goes through the REST server within the client's request,
 * and writes the expansion into the client's answer.
 */
final class ReasoningRepository extends ClinicalIntelligenceHapiFhirRepository {

    private final IFhirResourceDaoValueSet<ValueSet> valueSets;

    @SuppressWarnings("unchecked") // The DAO of value sets is the one that expands them.
    ReasoningRepository(DaoRegistry daos, RequestDetails request, RestfulServer server) {
        super(daos, request, server);
        this.valueSets = (IFhirResourceDaoValueSet<ValueSet>) daos.getResourceDao(ValueSet.class);
    }

    @Override
    public <P extends IBaseParameters, I extends IIdType> MethodOutcome invoke(
            I id, String operation, P parameters, Map<String, String> headers) {
        if (!"$expand".equals(operation)) {
            return super.invoke(id, operation, parameters, headers);
        }
        var expansion = valueSets.expand(id, null, new SystemRequestDetails());
        return new MethodOutcome(id).setResource(expansion);
    }
}
