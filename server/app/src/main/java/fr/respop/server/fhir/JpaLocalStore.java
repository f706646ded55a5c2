package fr.respop.server.fhir;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.api.dao.IFhirResourceDao;
import ca.uhn.fhir.jpa.api.dao.IFhirSystemDao;
import ca.uhn.fhir.jpa.searchparam.MatchUrlService;
import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.server.exceptions.ResourceGoneException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import ca.uhn.fhir.rest.server.util.ISearchParamRegistry;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Meta;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.SearchParameter;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The {@link LocalStore} over HAPI's DAOs; as a repository it says in Spring's and HAPI's terms why JPA refuses. */
@Repository
class JpaLocalStore implements LocalStore {

    private final DaoRegistry daos;
    private final IFhirSystemDao<Bundle, Meta> systemDao;
    private final MatchUrlService queries;
    private final ISearchParamRegistry searchParameters;
    private final EntityManager entityManager;

    JpaLocalStore(
            DaoRegistry daos,
            IFhirSystemDao<Bundle, Meta> systemDao,
            MatchUrlService queries,
            ISearchParamRegistry searchParameters,
            EntityManager entityManager) {
        this.daos = daos;
        this.systemDao = systemDao;
        this.queries = queries;
        this.searchParameters = searchParameters;
        this.entityManager = entityManager;
    }

    @Override
    public <T extends Resource> Optional<T> find(Class<T> type, String id) {
        try {
            return Optional.of(dao(type).read(new IdType(type.getSimpleName(), id), new SystemRequestDetails()));
        } catch (ResourceNotFoundException | ResourceGoneException absent) {
            return Optional.empty();
        }
    }

    @Override
    public <T extends Resource> Optional<T> findVersion(Class<T> type, String id, String version) {
        try {
            return Optional.of(
                    dao(type).read(new IdType(type.getSimpleName(), id, version), new SystemRequestDetails()));
        } catch (ResourceNotFoundException | ResourceGoneException absent) {
            return Optional.empty();
        }
    }

    @Override
    public <T extends Resource> List<T> search(Class<T> type, String query) {
        var parameters = queries.translateMatchUrl(
                type.getSimpleName() + "?" + query, daos.getFhirContext().getResourceDefinition(type));
        return resources(type, parameters);
    }

    @Override
    public boolean hasAny(Class<? extends Resource> type) {
        // Whether there are more than the one asked for is unknown, so that the result has no size.
        return !dao(type)
                .search(SearchParameterMap.newSynchronous().setLoadSynchronousUpTo(1), new SystemRequestDetails())
                .getResources(0, 1)
                .isEmpty();
    }

    @Override
    public Bundle transaction(Bundle bundle) {
        var response = systemDao.transaction(new SystemRequestDetails(), bundle);
        // What the transaction made searchable is searchable when this method returns.
        if (bundle.getEntry().stream().anyMatch(entry -> entry.getResource() instanceof SearchParameter)) {
            searchParameters.forceRefresh();
        }
        return response;
    }

    @Override
    @SuppressWarnings("unchecked") // The DAO of a resource's own class takes it.
    public void put(Resource resource) {
        ((IFhirResourceDao<Resource>) dao(resource.getClass())).update(resource, new SystemRequestDetails());
        // While HAPI processes a transaction Bundle it writes at the end, and what is put next may refer to this.
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            entityManager.flush();
        }
    }

    private <T extends Resource> List<T> resources(Class<T> type, SearchParameterMap parameters) {
        return dao(type)
                .search(parameters.setLoadSynchronous(true), new SystemRequestDetails())
                .getAllResources()
                .stream()
                .map(type::cast)
                .toList();
    }

    private <T extends Resource> IFhirResourceDao<T> dao(Class<T> type) {
        return daos.getResourceDao(type);
    }
}
