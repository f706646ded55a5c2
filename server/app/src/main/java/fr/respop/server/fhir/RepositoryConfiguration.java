package fr.respop.server.fhir;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.rest.api.server.IRepositoryFactory;
import ca.uhn.fhir.rest.server.RestfulServer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gives clinical-reasoning the stored resources. */
@Configuration(proxyBeanMethods = false)
class RepositoryConfiguration {

    /** The REST server has operations that need repositories, so it is looked up when a request comes. */
    @Bean
    IRepositoryFactory repositoryFactory(DaoRegistry daos, ObjectProvider<RestfulServer> server) {
        return request -> new ReasoningRepository(daos, request, server.getObject());
    }
}
