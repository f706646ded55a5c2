package fr.respop.server.notification;

import fr.respop.server.fhir.LocalStore;
import fr.respop.server.fhir.Refusal;
import fr.respop.server.fhir.outbox.Delivery;
import fr.respop.server.fhir.outbox.NotificationOutbox;
import fr.respop.server.fhir.outbox.RecordedEvent;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.exceptions.FHIRException;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.SearchEntryMode;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Subscription;
import org.hl7.fhir.r4.model.Subscription.SubscriptionStatus;
import org.springframework.stereotype.Component;

/** Answers how far notifications have come. */
@Component
class NotificationQueries {

    /** The most events in one answer. */
    static final int MOST = 1000;

    private final NotificationOutbox outbox;
    private final NotificationBundles bundles;
    private final LocalStore store;

    NotificationQueries(NotificationOutbox outbox, NotificationBundles bundles, LocalStore store) {
        this.outbox = outbox;
        this.bundles = bundles;
        this.store = store;
    }

    Bundle status(String id) {
        return searchset(Stream.of(get(id)));
    }

    Bundle statuses(List<String> ids, List<String> statuses) {
        var asked = statuses.stream().map(NotificationQueries::statusOf).toList();
        return searchset(outbox.all().stream()
                .filter(delivery -> ids.isEmpty() || ids.contains(delivery.id()))
                .filter(delivery -> asked.isEmpty() || asked.contains(delivery.status())));
    }

    private static SubscriptionStatus statusOf(String code) {
        try {
            return SubscriptionStatus.fromCode(code);
        } catch (FHIRException unknown) {
            throw Refusal.badRequest(
                    IssueType.CODEINVALID, "status", "The status is one of requested, active, error, off.");
        }
    }

    private static Bundle searchset(Stream<Delivery> deliveries) {
        var bundle = new Bundle().setType(BundleType.SEARCHSET);
        deliveries.forEach(delivery -> {
            var status = StatusParameters.of(NotificationType.QUERY_STATUS, delivery);
            bundle.addEntry()
                    .setFullUrl("urn:uuid:" + status.getIdElement().getIdPart())
                    .setResource(status)
                    .getSearch()
                    .setMode(SearchEntryMode.MATCH);
        });
        return bundle.setTotal(bundle.getEntry().size());
    }

    Bundle events(String id, EventsRequest request) {
        var delivery = get(id);
        var content = request.content()
                .or(() -> store.find(Subscription.class, id)
                        .map(TopicSubscription::new)
                        .map(TopicSubscription::content))
                .orElse(Content.ID_ONLY);
        var events = outbox.events(id, request.since(), request.until(), MOST);
        return bundles.of(NotificationType.QUERY_EVENT, delivery, events, content);
    }

    private Delivery get(String id) {
        return outbox.find(id)
                .orElseThrow(() -> store.find(Subscription.class, id).isPresent()
                        ? Refusal.unprocessable(
                                IssueType.NOTSUPPORTED,
                                "Subscription.criteria",
                                "Subscription/" + id + " is to a search. Only those to topics have events and a status:"
                                        + " their criteria are one of " + Topic.allCanonicals() + ".")
                        : Refusal.notFound("Subscription", "There is no Subscription/" + id + "."));
    }

    Parameters deadLetters() {
        var answer = new Parameters();
        outbox.all().stream()
                .filter(delivery -> delivery.status() == SubscriptionStatus.ERROR)
                .forEach(delivery -> outbox.events(delivery.id(), delivery.delivered() + 1, delivery.events(), MOST)
                        .forEach(event -> add(answer, delivery, event)));
        return answer;
    }

    private static void add(Parameters answer, Delivery delivery, RecordedEvent event) {
        var letter = answer.addParameter().setName("dead-letter");
        letter.addPart().setName("subscription").setValue(new Reference("Subscription/" + delivery.id()));
        letter.addPart()
                .setName("topic")
                .setValue(new CanonicalType(Topic.ofCode(delivery.topic()).canonical()));
        letter.addPart().setName("event-number").setValue(new StringType(Long.toString(event.number())));
        letter.addPart().setName("timestamp").setValue(new InstantType(Date.from(event.occurredAt())));
        letter.addPart()
                .setName("focus")
                .setValue(new Reference(event.focus().toVersionless().getValue()));
        delivery.failure()
                .ifPresent(failure -> letter.addPart().setName("failure").setValue(new StringType(failure)));
    }
}
