package fr.respop.server.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.respop.server.FhirHttp;
import fr.respop.server.ServerTest;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.RiskAssessment;
import org.hl7.fhir.r4.model.Subscription;
import org.hl7.fhir.r4.model.Subscription.SubscriptionStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** How notifications reach a receiver, whatever becomes of it. */
@ServerTest
class NotificationIT {

    private final FhirHttp fhir;
    private final Subscribing subscribing;
    private final Receiver receiver = new Receiver();

    @Autowired
    NotificationIT(FhirHttp fhir) {
        this.fhir = fhir;
        this.subscribing = new Subscribing(fhir);
    }

    @AfterEach
    void unsubscribe() {
        subscribing.deleteAll();
        receiver.stop();
    }

    @Test
    void beginsWithAHandshake() {
        var subscription = subscribing.toProposals(receiver.endpoint());
        subscription.getMeta().getProfile().clear();
        subscription.getChannel().setPayload("application/fhir+xml").addHeader("Authorization: Bearer abc");

        subscribing.activate(subscription);

        assertThat(receiver.accepted()).singleElement().satisfies(handshake -> {
            assertThat(handshake.status("type")).isEqualTo("handshake");
            assertThat(handshake.status("status")).isEqualTo("requested");
            assertThat(handshake.status("topic")).isEqualTo(Subscribing.TOPICS + "stratum-proposed");
            assertThat(handshake.status("subscription")).isEqualTo(fhir.base() + Subscribing.path(subscription));
            assertThat(handshake.status("events-since-subscription-start")).isEqualTo("0");
            assertThat(handshake.bundle().getType()).isEqualTo(BundleType.HISTORY);
            assertThat(handshake.bundle().getEntryFirstRep().getRequest().getUrl())
                    .endsWith(Subscribing.path(subscription) + "/$status");
            assertThat(handshake.contentType()).isEqualTo("application/fhir+xml");
            assertThat(handshake.authorization()).isEqualTo("Bearer abc");
        });
        assertThat(subscribing.read(subscription).getMeta().hasProfile(TopicSubscription.PROFILE))
                .isTrue();
    }

    @Test
    void holdsTheResourceIfThatIsAskedFor() {
        subscribing.activate(Subscribing.withContent(subscribing.toProposals(receiver.endpoint()), "full-resource"));

        subscribing.propose();

        awaitEvents(1);
        assertThat(receiver.events().get(0).entries())
                .singleElement()
                .satisfies(entry -> assertThat(((RiskAssessment) entry.getResource())
                                .getSubject()
                                .getReference())
                        .isEqualTo(subscribing.patient()));
    }

    @Test
    void holdsNothingButItsNumberIfThatIsAskedFor() {
        subscribing.activate(Subscribing.withContent(subscribing.toProposals(receiver.endpoint()), "empty"));

        subscribing.propose();

        awaitEvents(1);
        var notification = receiver.events().get(0);
        assertThat(notification.entries()).isEmpty();
        assertThat(notification.status("topic")).isEmpty();
        assertThat(notification.events("focus")).isEmpty();
        assertThat(notification.events("event-number")).containsExactly("1");
    }

    @Test
    void aWriteThatIsRolledBackIsNotTold() {
        subscribing.activate(subscribing.toProposals(receiver.endpoint()));
        var refused = subscribing.proposal();
        refused.setEncounter(new Reference("Encounter/there-is-none"));

        fhir.post("", transaction(subscribing.proposal(), refused)).hasStatus(400);
        var written = subscribing.propose();

        awaitEvents(1);
        assertThat(receiver.events().get(0).events("focus")).containsExactly(written);
        assertThat(receiver.events().get(0).events("event-number")).containsExactly("1");
    }

    @Test
    void everyEventOfATransactionIsToldOnce() {
        subscribing.activate(Subscribing.withMaximumCount(subscribing.toProposals(receiver.endpoint()), 10));
        var proposals = List.of(subscribing.proposal(), subscribing.proposal(), subscribing.proposal());

        fhir.post("", transaction(proposals.toArray(Resource[]::new))).hasStatus(200);

        awaitEvents(1);
        assertThat(receiver.events().get(0).events("event-number")).containsExactly("1", "2", "3");
        assertThat(receiver.events().get(0).events("focus"))
                .containsExactlyInAnyOrderElementsOf(
                        proposals.stream().map(subscribing::address).toList());
    }

    @Test
    void aReceiverThatWasDownMissesNothing() {
        var subscription = subscribing.activate(subscribing.toProposals(receiver.endpoint()));
        receiver.stop();

        var written = propose(5);
        await().atMost(Subscribing.SOON)
                .until(() -> subscribing.status(subscription).status("error").contains("could not be reached"));
        receiver.start();

        awaitEvents(5);
        assertThat(focuses(receiver.events())).containsExactlyElementsOf(written);
        assertThat(numbers(receiver.events())).containsExactly("1", "2", "3", "4", "5");
        assertThat(subscribing.read(subscription).getStatus()).isEqualTo(SubscriptionStatus.ACTIVE);
    }

    @Test
    void whatWasGivenUpIsDeliveredFirstOnceItIsAskedForAgain() {
        var subscription = subscribing.activate(subscribing.toProposals(receiver.endpoint()));
        receiver.answer(500);
        var written = propose(2);

        subscribing.awaitStatus(subscription, SubscriptionStatus.ERROR);
        assertThat(subscribing.read(subscription).getError()).isEqualTo("The receiver answered with the status 500.");
        written = Stream.concat(written.stream(), propose(1).stream()).toList();
        assertThat(deadLetters(subscription))
                .containsExactly(
                        "1 The receiver answered with the status 500.",
                        "2 The receiver answered with the status 500.",
                        "3 The receiver answered with the status 500.");
        receiver.answer(200);
        subscribing.activate(subscribing.read(subscription).setStatus(SubscriptionStatus.REQUESTED));

        awaitEvents(3);
        assertThat(receiver.accepted("handshake")).hasSize(2);
        assertThat(focuses(receiver.events())).containsExactlyElementsOf(written);
        assertThat(numbers(receiver.events())).containsExactly("1", "2", "3");
        assertThat(deadLetters(subscription)).isEmpty();
        assertThat(subscribing.read(subscription).hasError()).isFalse();
    }

    @Test
    void aReceiverThatIsGoneIsNotAskedAgain() {
        var subscription = subscribing.activate(subscribing.toProposals(receiver.endpoint()));
        receiver.answer(410);

        subscribing.propose();

        subscribing.awaitStatus(subscription, SubscriptionStatus.ERROR);
        assertThat(deadLetters(subscription)).containsExactly("1 The receiver answered with the status 410.");
    }

    @Test
    void aHandshakeThatFailsEndsInAnError() {
        receiver.stop();
        var subscription = subscribing.store(subscribing.toProposals(receiver.endpoint()));

        subscribing.awaitStatus(subscription, SubscriptionStatus.ERROR);

        assertThat(subscribing.read(subscription).getError()).isEqualTo("The receiver could not be reached.");
    }

    @Test
    void eventsOfWritesAtTheSameTimeAreNumberedWithoutGaps() {
        subscribing.activate(Subscribing.withMaximumCount(subscribing.toProposals(receiver.endpoint()), 3));
        var other = subscribing.activate(subscribing.toProposals(receiver.endpoint()));

        var written = IntStream.range(0, 20)
                .parallel()
                .mapToObj(number -> subscribing.propose())
                .toList();

        await().atMost(Subscribing.SOON).until(() -> numbers(receiver.events()).size() == 40);
        var ofOther = receiver.events().stream()
                .filter(notification -> notification.status("subscription").endsWith(Subscribing.path(other)))
                .toList();
        assertThat(numbers(ofOther))
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, 20).mapToObj(Integer::toString).toList());
        assertThat(focuses(ofOther)).containsExactlyInAnyOrderElementsOf(written);
    }

    @Test
    void aSilentServerSendsHeartbeats() {
        subscribing.activate(Subscribing.withHeartbeat(subscribing.toProposals(receiver.endpoint()), 1));

        await().atMost(Subscribing.SOON)
                .until(() -> receiver.accepted("heartbeat").size() == 2);

        assertThat(receiver.accepted("heartbeat").get(1).status("status")).isEqualTo("active");
    }

    @Test
    void whoTurnsItOffIsToldNothing() {
        var subscription = subscribing.activate(subscribing.toProposals(receiver.endpoint()));

        subscribing.store(subscribing.read(subscription).setStatus(SubscriptionStatus.OFF));
        subscribing.propose();

        assertThat(subscribing.status(subscription).status("status")).isEqualTo("off");
        assertThat(subscribing.status(subscription).status("events-since-subscription-start"))
                .isEqualTo("0");
    }

    @Test
    void eventsCanBeFetched() {
        var subscription = subscribing.activate(subscribing.toProposals(receiver.endpoint()));
        // An answer refers to what is on the server that answers.
        var written = propose(3).stream()
                .map(address -> address.replace(fhir.base().toString(), ""))
                .toList();
        awaitEvents(3);

        var all = subscribing.events(subscription, "");
        assertThat(all.status("type")).isEqualTo("query-event");
        assertThat(all.bundle().getType()).isEqualTo(BundleType.HISTORY);
        assertThat(all.events("focus")).containsExactlyElementsOf(written);
        assertThat(subscribing
                        .events(subscription, "?eventsSinceNumber=2&eventsUntilNumber=2")
                        .events("focus"))
                .containsExactly(written.get(1));
        assertThat(subscribing
                        .events(subscription, "?eventsSinceNumber=3&content=full-resource")
                        .entries())
                .singleElement()
                .satisfies(entry -> assertThat(entry.getResource()).isInstanceOf(RiskAssessment.class));
        assertThat(subscribing.events(subscription, "?content=empty").entries()).isEmpty();
    }

    @Test
    void statesOfSeveralCanBeFetched() {
        var active = subscribing.activate(subscribing.toProposals(receiver.endpoint()));
        var off = subscribing.store(subscribing.toProposals(receiver.endpoint()).setStatus(SubscriptionStatus.OFF));

        assertThat(states("?id=" + id(active) + "&id=" + id(off)))
                .containsExactlyInAnyOrder(Subscribing.path(active), Subscribing.path(off));
        assertThat(states("?status=off")).contains(Subscribing.path(off)).doesNotContain(Subscribing.path(active));
    }

    private List<String> states(String query) {
        return fhir.get("Subscription/$status" + query).hasStatus(200).as(Bundle.class).getEntry().stream()
                .map(entry -> (Parameters) entry.getResource())
                .map(status -> ((Reference) status.getParameterFirstRep().getValue()).getReference())
                .map(reference -> reference.replace(fhir.base().toString(), ""))
                .toList();
    }

    @Test
    void anotherAnswerIsNotGuessed() {
        var search = subscribing.toProposals(receiver.endpoint()).setCriteria("Patient?family=Nobody");
        search.getMeta().getProfile().clear();
        subscribing.store(search);

        fhir.get("Subscription/nothing/$status").isRefusal(404, IssueType.NOTFOUND, "Subscription/nothing");
        fhir.get(Subscribing.path(search) + "/$events").isRefusal(422, IssueType.NOTSUPPORTED, "is to a search");
        fhir.get("Subscription/$dead-letters?status=error").isRefusal(400, IssueType.NOTSUPPORTED, "It has none.");
        fhir.get("Subscription/$status?status=asleep").isRefusal(400, IssueType.CODEINVALID, "requested");
        var subscription = subscribing.store(subscribing.toProposals(receiver.endpoint()));
        var events = Subscribing.path(subscription) + "/$events";
        fhir.get(events + "?eventsSinceNumber=-1").isRefusal(400, IssueType.VALUE, "whole number");
        fhir.get(events + "?eventsSinceNumber=3&eventsUntilNumber=2")
                .isRefusal(400, IssueType.VALUE, "before the first");
        fhir.get(events + "?content=some").isRefusal(400, IssueType.CODEINVALID, "id-only");
        fhir.get(events + "?since=1").isRefusal(400, IssueType.NOTSUPPORTED, "eventsSinceNumber");
    }

    @Test
    void theTopicsAreAnnounced() {
        var metadata = fhir.get("metadata").hasStatus(200).body();

        assertThat(Topic.values()).allSatisfy(topic -> assertThat(metadata).contains(topic.canonical()));
        assertThat(metadata).contains(TopicSubscription.PROFILE);
    }

    private void awaitEvents(int notifications) {
        await().atMost(Subscribing.SOON).until(() -> receiver.events().size() == notifications);
    }

    private List<String> propose(int times) {
        return IntStream.range(0, times)
                .mapToObj(number -> subscribing.propose())
                .toList();
    }

    private static List<String> focuses(List<Notification> notifications) {
        return notifications.stream()
                .flatMap(notification -> notification.events("focus").stream())
                .toList();
    }

    private static List<String> numbers(List<Notification> notifications) {
        return notifications.stream()
                .flatMap(notification -> notification.events("event-number").stream())
                .toList();
    }

    private List<String> deadLetters(Subscription subscription) {
        return fhir.get("Subscription/$dead-letters").hasStatus(200).as(Parameters.class).getParameter().stream()
                .filter(letter -> part(letter, "subscription").equals(Subscribing.path(subscription)))
                .map(letter -> part(letter, "event-number") + " " + part(letter, "failure"))
                .toList();
    }

    private static String part(ParametersParameterComponent letter, String name) {
        return Notification.parts(letter, name).findFirst().orElse("");
    }

    private static String id(Subscription subscription) {
        return subscription.getIdElement().getIdPart();
    }

    private static Bundle transaction(Resource... resources) {
        var transaction = new Bundle().setType(BundleType.TRANSACTION);
        for (var resource : resources) {
            transaction
                    .addEntry()
                    .setResource(resource)
                    .getRequest()
                    .setMethod(HTTPVerb.PUT)
                    .setUrl(resource.fhirType() + "/" + resource.getIdElement().getIdPart());
        }
        return transaction;
    }
}
