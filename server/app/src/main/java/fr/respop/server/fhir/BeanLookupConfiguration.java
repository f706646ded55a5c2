package fr.respop.server.fhir;

import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Lets Spring remember which beans are of which type while it makes the FHIR server.
 *
 * <p>Spring does so only once no definition is expected any more, which it states after the web server's servlets are
 * made. Ours needs nearly every bean there is, HAPI's 146 DAOs among them, and each of their thousands of injections
 * would search all definitions.
 */
@Configuration(proxyBeanMethods = false)
class BeanLookupConfiguration {

    @Bean
    static BeanFactoryPostProcessor freezeDefinitionsEarly() {
        return ConfigurableListableBeanFactory::freezeConfiguration;
    }
}
