package fr.respop.server.fhir.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A topic Subscription: who is told of what.
 *
 * @param id the logical id of the Subscription
 * @param topic the code of the topic
 * @param filters which events of the topic, in the writing of whoever matches them
 * @param baseUrl the address of this server as the subscriber knows it
 * @param heartbeat how long the server may be silent
 * @param end after which nothing is told
 */
public record Subscriber(
        String id, String topic, String filters, String baseUrl, Optional<Duration> heartbeat, Optional<Instant> end) {}
