package fr.respop.server.fhir.outbox;

import java.time.Instant;
import java.util.Optional;
import org.hl7.fhir.r4.model.Subscription.SubscriptionStatus;

/**
 * How far the deliveries to a subscriber have come.
 *
 * @param id the logical id of the Subscription
 * @param topic the code of the topic
 * @param status the status of the Subscription
 * @param baseUrl the address of this server as the subscriber knows it
 * @param end after which nothing is told
 * @param events how many there were; the number of the last one
 * @param delivered the number of the last one that was delivered
 * @param failures attempts that failed since the last one that did not
 * @param failingSince when the first of those failed
 * @param failure why the last of those failed
 */
public record Delivery(
        String id,
        String topic,
        SubscriptionStatus status,
        String baseUrl,
        Optional<Instant> end,
        long events,
        long delivered,
        int failures,
        Optional<Instant> failingSince,
        Optional<String> failure) {

    public boolean hasUndelivered() {
        return delivered < events;
    }

    public boolean hasEnded(Instant now) {
        return end.filter(moment -> !moment.isAfter(now)).isPresent();
    }
}
