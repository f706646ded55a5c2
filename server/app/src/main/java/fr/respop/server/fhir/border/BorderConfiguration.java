package fr.respop.server.fhir.border;

import fr.respop.server.fhir.FhirProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Limits requests before the FHIR server, or what stands beside it, reads them. */
@Configuration(proxyBeanMethods = false)
class BorderConfiguration {

    @Bean
    FilterRegistrationBean<RequestLimitsFilter> requestLimits(RefusalWriter refusals, FhirProperties properties) {
        var registration =
                new FilterRegistrationBean<>(new RequestLimitsFilter(refusals, properties.maximumBodySize()));
        registration.addUrlPatterns("/fhir/*", "/cds-services", "/cds-services/*");
        return registration;
    }
}
