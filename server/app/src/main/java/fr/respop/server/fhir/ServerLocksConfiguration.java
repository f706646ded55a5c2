package fr.respop.server.fhir;

import ca.uhn.fhir.jpa.config.HibernatePropertiesProvider;
import ca.uhn.fhir.jpa.model.dialect.HapiFhirPostgresDialect;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

/** The locks that fit the database. */
@Configuration(proxyBeanMethods = false)
class ServerLocksConfiguration {

    @Bean
    ServerLocks serverLocks(
            HibernatePropertiesProvider hibernate,
            NamedParameterJdbcTemplate jdbc,
            PlatformTransactionManager transactions) {
        return hibernate.getDialect() instanceof HapiFhirPostgresDialect
                ? new PostgresLocks(jdbc, transactions)
                : new ProcessLocks();
    }
}
