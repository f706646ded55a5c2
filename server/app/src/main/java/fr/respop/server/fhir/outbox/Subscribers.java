package fr.respop.server.fhir.outbox;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.hl7.fhir.r4.model.Subscription.SubscriptionStatus;

/**
 * The Subscriptions to topics, as the outbox knows them.
 *
 * <p>Every method takes part in the current transaction, if there is one. All servers on one database share them.
 */
public interface Subscribers {

    /** Takes in a Subscription that is requested, newly or again; the events of one that is known stay. */
    void request(Subscriber subscriber, Instant now);

    /** Takes in another status of a Subscription that is known; {@code active} ends a series of failed attempts. */
    void changeStatus(String id, SubscriptionStatus status, Instant now);

    /** Forgets a Subscription with its events. */
    void forget(String id);

    /** Those who are to be told of events of these topics, by their ids: not if they are off, or ended. */
    List<Subscriber> of(Collection<String> topics, Instant now);
}
