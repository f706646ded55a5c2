package fr.respop.server.stratification;

import fr.respop.server.fhir.BackgroundWork;
import fr.respop.server.fhir.ServerLocks;
import fr.respop.server.fhir.evaluation.DueResidents;
import fr.respop.server.fhir.evaluation.EvaluationProperties;
import fr.respop.server.fhir.evaluation.ResidentFollower;
import fr.respop.server.fhir.evaluation.Residents;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Computes strata in the background, unless that is switched off. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(prefix = "respop.stratification", name = "enabled", matchIfMissing = true)
class StratificationConfiguration {

    @Bean
    StratificationWorker stratificationWorker(
            DueResidents dueResidents,
            Residents residents,
            StratificationService service,
            List<ResidentFollower> followers,
            ServerLocks locks,
            StratificationProperties properties,
            EvaluationProperties evaluation) {
        return new StratificationWorker(
                dueResidents, residents, service::run, followers, locks, properties.settleTime(), evaluation.clock());
    }

    @Bean
    BackgroundWork stratificationUpkeep(StratificationWorker worker, StratificationProperties properties) {
        return new BackgroundWork("strata", () -> {}, worker::work, 1, worker::stop, properties.interval());
    }

    /** After the content, which is installed first of all. */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE + 1)
    ApplicationRunner stratificationStart(
            StratificationWorker worker, @Qualifier("stratificationUpkeep") BackgroundWork upkeep) {
        return arguments -> {
            worker.contentIsInstalled();
            upkeep.wake();
        };
    }
}
