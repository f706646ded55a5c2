package fr.respop.server.notification;

import ca.uhn.fhir.rest.server.exceptions.ResourceVersionConflictException;
import fr.respop.server.fhir.LocalStore;
import fr.respop.server.fhir.ServerLocks;
import fr.respop.server.fhir.outbox.Delivery;
import fr.respop.server.fhir.outbox.NotificationOutbox;
import fr.respop.server.notification.NotificationSender.Answer;
import java.time.Clock;
import java.util.concurrent.CancellationException;
import org.hl7.fhir.r4.model.Subscription;
import org.hl7.fhir.r4.model.Subscription.SubscriptionStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what there is to tell, in the order of the events, until it has arrived.
 *
 * <p>What is not delivered stands in the database, so nothing is lost when a receiver is down or a server stops. One thread
 * of one server at a time speaks to a receiver; a slow one keeps no other waiting. An event whose delivery is noted was
 * answered by the receiver; when a server dies between the answer and the note, the same event is sent again.
 */
final class NotificationWorker {

    private static final Logger LOG = LoggerFactory.getLogger(NotificationWorker.class);

    /** After so many notifications to one receiver it is the turn of the others. */
    private static final int TURN = 100;

    private final NotificationOutbox outbox;
    private final LocalStore store;
    private final NotificationBundles bundles;
    private final NotificationSender sender;
    private final ServerLocks locks;
    private final DeliveryNotes notes;
    private final Clock clock;
    private volatile boolean isStopped;

    NotificationWorker(
            NotificationOutbox outbox,
            LocalStore store,
            NotificationBundles bundles,
            NotificationSender sender,
            ServerLocks locks,
            NotificationProperties properties,
            Clock clock) {
        this.outbox = outbox;
        this.store = store;
        this.bundles = bundles;
        this.sender = sender;
        this.locks = locks;
        this.notes = new DeliveryNotes(outbox, store, properties, clock);
        this.clock = clock;
    }

    void stop() {
        isStopped = true;
    }

    /** Serves every receiver to whom there is something to tell. */
    void work() {
        for (var id : outbox.due(clock.instant())) {
            locks.tryRun("notifications of Subscription/" + id, () -> serve(id));
        }
    }

    private void serve(String id) {
        for (var turn = 0; turn < TURN; turn++) {
            if (isStopped) {
                throw new CancellationException();
            }
            // Asked again under the lock: another thread or server may just have served it.
            var delivery = outbox.due(id, clock.instant());
            if (delivery.isEmpty()) {
                return;
            }
            step(delivery.get());
        }
    }

    /** One that fails must not keep the others waiting. */
    private void step(Delivery delivery) {
        try {
            store.find(Subscription.class, delivery.id())
                    .ifPresentOrElse(
                            stored -> step(delivery, new TopicSubscription(stored)),
                            () -> notes.retryLater(delivery, Answer.failed("The Subscription was deleted.")));
        } catch (ResourceVersionConflictException changed) {
            LOG.info("Subscription/{} was written while its receiver was told something", delivery.id());
        } catch (RuntimeException failure) {
            LOG.warn("A notification of Subscription/{} could not be made", delivery.id(), failure);
            notes.retryLater(delivery, Answer.failed("The server could not make the notification."));
        }
    }

    private void step(Delivery delivery, TopicSubscription subscription) {
        if (delivery.status() != subscription.resource().getStatus()) {
            // Written in between: the next turn sees both as they are now.
            return;
        }
        if (delivery.hasEnded(clock.instant())) {
            notes.ended(subscription);
        } else if (delivery.status() == SubscriptionStatus.REQUESTED) {
            var handshake = bundles.of(NotificationType.HANDSHAKE, delivery);
            notes.handshake(delivery, subscription, sender.send(subscription, handshake));
        } else if (delivery.hasUndelivered()) {
            tellEvents(delivery, subscription);
        } else {
            var heartbeat = bundles.of(NotificationType.HEARTBEAT, delivery);
            notes.notification(delivery, subscription, sender.send(subscription, heartbeat), delivery.delivered());
        }
    }

    private void tellEvents(Delivery delivery, TopicSubscription subscription) {
        var events =
                outbox.events(delivery.id(), delivery.delivered() + 1, delivery.events(), subscription.maximumCount());
        if (events.isEmpty()) {
            // Dropped, because they were kept long enough in vain.
            outbox.delivered(delivery.id(), delivery.events(), clock.instant());
            return;
        }
        var upTo = events.get(events.size() - 1).number();
        var notification = bundles.of(NotificationType.EVENT_NOTIFICATION, delivery, events, subscription.content());
        notes.notification(delivery, subscription, sender.send(subscription, notification), upTo);
    }
}
