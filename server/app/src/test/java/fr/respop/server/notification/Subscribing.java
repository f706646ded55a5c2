package fr.respop.server.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.respop.server.FhirHttp;
import fr.respop.server.FhirReply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.PositiveIntType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.RiskAssessment;
import org.hl7.fhir.r4.model.RiskAssessment.RiskAssessmentStatus;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Subscription;
import org.hl7.fhir.r4.model.Subscription.SubscriptionChannelType;
import org.hl7.fhir.r4.model.Subscription.SubscriptionStatus;
import org.hl7.fhir.r4.model.UnsignedIntType;

/** Subscribes to topics, and writes what they tell of: a resident of its own and proposals of strata. */
final class Subscribing {

    static final Duration SOON = Duration.ofSeconds(40);
    static final String TOPICS = "https://respop.org/fhir/SubscriptionTopic/";

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final FhirHttp fhir;
    private final String id = "notified-" + NUMBER.incrementAndGet();
    private final AtomicInteger proposals = new AtomicInteger();
    private final List<String> subscriptions = new ArrayList<>();

    Subscribing(FhirHttp fhir) {
        this.fhir = fhir;
        var resident = new Patient();
        resident.setId(id);
        fhir.put("Patient/" + id, resident).isStored();
    }

    String patient() {
        return "Patient/" + id;
    }

    /** One to a topic, not stored yet. */
    Subscription subscription(String topic, String filter, String endpoint) {
        var subscription =
                new Subscription().setStatus(SubscriptionStatus.REQUESTED).setReason("Test");
        subscription.setId(id + "-" + topic + "-" + subscriptions.size());
        subscription.getMeta().addProfile(TopicSubscription.PROFILE);
        subscription.setCriteria(TOPICS + topic);
        subscription.getCriteriaElement().addExtension(TopicSubscription.FILTER, new StringType(filter));
        subscription
                .getChannel()
                .setType(SubscriptionChannelType.RESTHOOK)
                .setEndpoint(endpoint)
                .setPayload("application/fhir+json");
        return subscription;
    }

    /** One to proposals for this resident. */
    Subscription toProposals(String endpoint) {
        return subscription("stratum-proposed", "RiskAssessment?patient=" + patient(), endpoint);
    }

    static Subscription withContent(Subscription subscription, String content) {
        subscription.getChannel().getPayloadElement().addExtension(TopicSubscription.CONTENT, new CodeType(content));
        return subscription;
    }

    static Subscription withHeartbeat(Subscription subscription, int seconds) {
        subscription.getChannel().addExtension(TopicSubscription.HEARTBEAT, new UnsignedIntType(seconds));
        return subscription;
    }

    static Subscription withMaximumCount(Subscription subscription, int count) {
        subscription.getChannel().addExtension(TopicSubscription.MAX_COUNT, new PositiveIntType(count));
        return subscription;
    }

    /** Stores it. */
    Subscription store(Subscription subscription) {
        subscriptions.add(path(subscription));
        fhir.put(path(subscription), subscription).isStored();
        return subscription;
    }

    /** Stores it and waits until it is active. */
    Subscription activate(Subscription subscription) {
        store(subscription);
        awaitStatus(subscription, SubscriptionStatus.ACTIVE);
        return subscription;
    }

    void awaitStatus(Subscription subscription, SubscriptionStatus status) {
        await().atMost(SOON).until(() -> read(subscription).getStatus() == status);
    }

    Subscription read(Subscription subscription) {
        return fhir.get(path(subscription)).hasStatus(200).as(Subscription.class);
    }

    Notification status(Subscription subscription) {
        var states = fhir.get(path(subscription) + "/$status").hasStatus(200).as(Bundle.class);
        assertThat(states.getType()).isEqualTo(Bundle.BundleType.SEARCHSET);
        return Notification.of(states);
    }

    Notification events(Subscription subscription, String query) {
        return Notification.of(
                fhir.get(path(subscription) + "/$events" + query).hasStatus(200).as(Bundle.class));
    }

    void deleteAll() {
        subscriptions.forEach(fhir::delete);
    }

    static String path(Subscription subscription) {
        return "Subscription/" + subscription.getIdElement().getIdPart();
    }

    /** A proposal of a stratum, not stored yet. */
    RiskAssessment proposal() {
        var proposal = new RiskAssessment()
                .setStatus(RiskAssessmentStatus.PRELIMINARY)
                .setSubject(new Reference(patient()))
                .setCode(new CodeableConcept(
                        new Coding("https://respop.org/fhir/CodeSystem/respop-programme", "diabetes", null)));
        proposal.setId(id + "-proposal-" + proposals.incrementAndGet());
        return proposal;
    }

    /** Stores one and answers its address. */
    String propose() {
        var proposal = proposal();
        write(proposal).isStored();
        return address(proposal);
    }

    FhirReply write(RiskAssessment proposal) {
        return fhir.put("RiskAssessment/" + proposal.getIdElement().getIdPart(), proposal);
    }

    String address(RiskAssessment proposal) {
        return fhir.base() + "RiskAssessment/" + proposal.getIdElement().getIdPart();
    }
}
