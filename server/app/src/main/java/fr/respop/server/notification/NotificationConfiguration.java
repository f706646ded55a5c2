package fr.respop.server.notification;

import fr.respop.server.fhir.BackgroundWork;
import fr.respop.server.fhir.LocalStore;
import fr.respop.server.fhir.ServerLocks;
import fr.respop.server.fhir.evaluation.EvaluationProperties;
import fr.respop.server.fhir.outbox.NotificationOutbox;
import java.time.Duration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Sends notifications in the background, unless that is switched off. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(prefix = "respop.notification", name = "enabled", matchIfMissing = true)
class NotificationConfiguration {

    @Bean
    NotificationWorker notificationWorker(
            NotificationOutbox outbox,
            LocalStore store,
            NotificationBundles bundles,
            NotificationSender sender,
            ServerLocks locks,
            NotificationProperties properties,
            EvaluationProperties evaluation) {
        return new NotificationWorker(outbox, store, bundles, sender, locks, properties, evaluation.clock());
    }

    @Bean
    BackgroundWork notificationDelivery(NotificationWorker worker, NotificationProperties properties) {
        return new BackgroundWork(
                "notifications", () -> {}, worker::work, properties.workers(), worker::stop, properties.interval());
    }

    @Bean
    BackgroundWork oldEvents(
            NotificationOutbox outbox, NotificationProperties properties, EvaluationProperties evaluation) {
        var kept = Duration.ofDays(properties.keepDays());
        Runnable drop = () -> outbox.dropBefore(evaluation.clock().instant().minus(kept));
        return new BackgroundWork("old events", () -> {}, drop, 1, () -> {}, Duration.ofHours(1));
    }
}
