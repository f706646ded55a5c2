package fr.respop.server.reporting;

import fr.respop.server.fhir.BackgroundWork;
import fr.respop.server.fhir.ServerLocks;
import fr.respop.server.fhir.evaluation.EvaluationProperties;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Keeps monthly reports in the background, unless that is switched off. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(prefix = "respop.reporting", name = "enabled", matchIfMissing = true)
class ReportingConfiguration {

    private static final Duration LOOK_EVERY = Duration.ofMinutes(1);

    @Bean
    ReportingWorker reportingWorker(MonthlyReporter reporter, ServerLocks locks, EvaluationProperties evaluation) {
        return new ReportingWorker(reporter, locks, evaluation.clock());
    }

    @Bean
    BackgroundWork reportingUpkeep(ReportingWorker worker) {
        return new BackgroundWork("reports", () -> {}, worker::work, 1, worker::stop, LOOK_EVERY);
    }

    /** After all that a server does at its start: reports on half a territory would be kept. */
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    ApplicationRunner reportingStart(ReportingWorker worker, @Qualifier("reportingUpkeep") BackgroundWork upkeep) {
        return arguments -> {
            worker.serverIsReady();
            upkeep.wake();
        };
    }
}
