package fr.respop.server.security;

import fr.respop.server.fhir.border.RefusalWriter;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;

@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    /** A post-processor because those run before any bean is made: no database is opened, no port is bound. */
    @Bean
    static BeanFactoryPostProcessor loopbackRule(Environment settings) {
        return beans -> LoopbackRule.check(settings);
    }

    @Bean
    FilterRegistrationBean<LocalRequestsFilter> localRequestsFilter(RefusalWriter refusals) {
        var registration = new FilterRegistrationBean<>(new LocalRequestsFilter(refusals));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }
}
