package fr.respop.server.notification;

import fr.respop.server.fhir.LocalStore;
import fr.respop.server.fhir.outbox.Delivery;
import fr.respop.server.fhir.outbox.NotificationOutbox;
import fr.respop.server.notification.NotificationSender.Answer;
import java.time.Clock;
import java.time.Duration;
import org.hl7.fhir.r4.model.Subscription.SubscriptionStatus;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Notes what came of attempts to tell a receiver something, and decides when to try again or to give up. */
final class DeliveryNotes {

    private static final Logger LOG = LoggerFactory.getLogger(DeliveryNotes.class);

    private final NotificationOutbox outbox;
    private final LocalStore store;
    private final NotificationProperties properties;
    private final Clock clock;

    DeliveryNotes(NotificationOutbox outbox, LocalStore store, NotificationProperties properties, Clock clock) {
        this.outbox = outbox;
        this.store = store;
        this.properties = properties;
        this.clock = clock;
    }

    /** Notes the answer to a handshake. */
    void handshake(Delivery delivery, TopicSubscription subscription, Answer answer) {
        if (answer.failure().isEmpty()) {
            change(subscription, SubscriptionStatus.ACTIVE, null);
        } else {
            failed(delivery, subscription, answer, properties.handshakeLimit());
        }
    }

    /** Notes the answer to a notification with events up to a number. */
    void notification(Delivery delivery, TopicSubscription subscription, Answer answer, long upTo) {
        if (answer.failure().isEmpty()) {
            outbox.delivered(delivery.id(), upTo, clock.instant());
        } else {
            failed(delivery, subscription, answer, properties.giveUpAfter());
        }
    }

    /** Notes that the Subscription is over. */
    void ended(TopicSubscription subscription) {
        change(subscription, SubscriptionStatus.OFF, null);
    }

    private void failed(Delivery delivery, TopicSubscription subscription, Answer answer, Duration limit) {
        var now = clock.instant();
        retryLater(delivery, answer);
        if (answer.isFinal()
                || !now.isBefore(delivery.failingSince().orElse(now).plus(limit))) {
            var failure = answer.failure().orElseThrow();
            LOG.warn("Subscription/{} is in error. {}", delivery.id(), failure);
            change(subscription, SubscriptionStatus.ERROR, failure);
        }
    }

    /** Notes a failure after which the next attempt is due later. */
    void retryLater(Delivery delivery, Answer answer) {
        var now = clock.instant();
        outbox.failed(delivery.id(), answer.failure().orElseThrow(), now, now.plus(pause(delivery, answer)));
    }

    private Duration pause(Delivery delivery, Answer answer) {
        var ours = properties.wait(delivery.failures() + 1);
        var asked = answer.retryAfter().orElse(Duration.ZERO);
        var longest = properties.longestRetry();
        return asked.compareTo(ours) <= 0 ? ours : asked.compareTo(longest) <= 0 ? asked : longest;
    }

    /** Writes another status into the version that was served; refused if the client has written one since. */
    private void change(TopicSubscription subscription, SubscriptionStatus status, @Nullable String error) {
        store.put(subscription.resource().setStatus(status).setError(error));
    }
}
