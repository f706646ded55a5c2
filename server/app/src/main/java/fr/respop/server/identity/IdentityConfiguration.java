package fr.respop.server.identity;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the parts of the feature together. */
@Configuration(proxyBeanMethods = false)
class IdentityConfiguration {

    @Bean
    IdentityHooks identityHooks(IdentityProperties properties) {
        return new IdentityHooks(new IdentityRules(new IdentifierRules(properties)));
    }

    @Bean
    IdentityAnswers identityAnswers() {
        return new IdentityAnswers();
    }
}
