package fr.respop.server.fhir;

import ca.uhn.fhir.batch2.jobs.export.BulkDataExportProvider;
import ca.uhn.fhir.context.support.IValidationSupport;
import ca.uhn.fhir.interceptor.api.IInterceptorService;
import ca.uhn.fhir.jpa.api.config.JpaStorageSettings;
import ca.uhn.fhir.jpa.api.dao.IFhirSystemDao;
import ca.uhn.fhir.jpa.provider.DiffProvider;
import ca.uhn.fhir.jpa.provider.JpaCapabilityStatementProvider;
import ca.uhn.fhir.jpa.provider.JpaSystemProvider;
import ca.uhn.fhir.jpa.search.DatabaseBackedPagingProvider;
import ca.uhn.fhir.narrative2.NullNarrativeGenerator;
import ca.uhn.fhir.rest.api.EncodingEnum;
import ca.uhn.fhir.rest.server.HardcodedServerAddressStrategy;
import ca.uhn.fhir.rest.server.RestfulServer;
import ca.uhn.fhir.rest.server.provider.ResourceProviderFactory;
import ca.uhn.fhir.rest.server.util.ISearchParamRegistry;
import fr.respop.server.fhir.border.Border;
import java.util.List;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Meta;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The REST server at {@code /fhir}: HAPI's own interactions and every feature's operations. */
@Configuration(proxyBeanMethods = false)
class RestConfiguration {

    @Bean
    RestfulServer restfulServer(
            IFhirSystemDao<Bundle, Meta> systemDao,
            JpaSystemProvider<Bundle, Meta> systemProvider,
            ResourceProviderFactory resourceProviders,
            BulkDataExportProvider bulkExport,
            DiffProvider diff,
            DatabaseBackedPagingProvider paging,
            JpaStorageSettings storageSettings,
            ISearchParamRegistry searchParameters,
            IValidationSupport validationSupport,
            IInterceptorService storageInterceptors,
            ObjectProvider<FhirOperations> operations,
            ObjectProvider<StorageHooks> storageHooks,
            BuildProperties build,
            FhirProperties properties) {
        var context = systemDao.getContext();
        context.setNarrativeGenerator(new NullNarrativeGenerator());

        var server = new FhirServlet(context);
        server.setDefaultResponseEncoding(EncodingEnum.JSON);
        server.setDefaultPrettyPrint(false);
        server.registerProviders(resourceProviders.createProviders());
        server.registerProviders(List.of(systemProvider, bulkExport, diff));
        operations.orderedStream().forEach(offer -> server.registerProviders(offer.providers()));

        server.setInterceptorService(storageInterceptors);
        server.registerInterceptor(new CapabilityStatements(build.getVersion()));
        Border.guard(server, context, searchParameters);
        storageHooks.orderedStream().forEach(storageInterceptors::registerInterceptor);
        server.setServerConformanceProvider(new JpaCapabilityStatementProvider(
                server, systemDao, storageSettings, searchParameters, validationSupport));

        paging.setDefaultPageSize(properties.defaultPageSize());
        paging.setMaximumPageSize(properties.maximumPageSize());
        server.setPagingProvider(paging);

        if (properties.baseUrl() != null) {
            server.setServerAddressStrategy(
                    new HardcodedServerAddressStrategy(properties.baseUrl().toString()));
        }
        return server;
    }

    @Bean
    ServletRegistrationBean<RestfulServer> fhirServlet(RestfulServer server) {
        var registration = new ServletRegistrationBean<>(server, "/fhir/*");
        registration.setLoadOnStartup(1);
        return registration;
    }
}
