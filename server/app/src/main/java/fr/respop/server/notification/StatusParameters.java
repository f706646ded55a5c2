package fr.respop.server.notification;

import fr.respop.server.fhir.outbox.Delivery;
import fr.respop.server.fhir.outbox.RecordedEvent;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;

/** Writes the state of a Subscription: Parameters of the profile {@code backport-subscription-status-r4}. */
final class StatusParameters {

    private static final String PROFILE =
            "http://hl7.org/fhir/uv/subscriptions-backport/StructureDefinition/backport-subscription-status-r4";

    private StatusParameters() {}

    /** Without an event. */
    static Parameters of(NotificationType type, Delivery delivery) {
        return of(type, delivery, List.of(), Content.ID_ONLY);
    }

    /** With events; what has no content has no topic and no references either. */
    static Parameters of(NotificationType type, Delivery delivery, List<RecordedEvent> events, Content content) {
        var status = new Parameters();
        status.setId(UUID.randomUUID().toString());
        status.getMeta().addProfile(PROFILE);
        status.addParameter("subscription", new Reference(address(delivery)));
        if (content != Content.EMPTY) {
            status.addParameter(
                    "topic", new CanonicalType(Topic.ofCode(delivery.topic()).canonical()));
        }
        status.addParameter("status", new CodeType(delivery.status().toCode()));
        status.addParameter("type", new CodeType(type.code()));
        status.addParameter("events-since-subscription-start", new StringType(Long.toString(delivery.events())));
        events.forEach(event -> add(status, event, delivery, content));
        delivery.failure().ifPresent(failure -> status.addParameter("error", new CodeableConcept().setText(failure)));
        return status;
    }

    private static void add(Parameters status, RecordedEvent event, Delivery delivery, Content content) {
        var parameter = status.addParameter().setName("notification-event");
        parameter.addPart().setName("event-number").setValue(new StringType(Long.toString(event.number())));
        parameter.addPart().setName("timestamp").setValue(new InstantType(Date.from(event.occurredAt())));
        if (content != Content.EMPTY) {
            parameter.addPart().setName("focus").setValue(new Reference(address(delivery, event.focus())));
        }
    }

    /** The address of the Subscription, as the subscriber knows it. */
    static String address(Delivery delivery) {
        return address(delivery, new IdType("Subscription", delivery.id()));
    }

    /** The address of a resource, as the subscriber knows it. */
    static String address(Delivery delivery, IdType resource) {
        return delivery.baseUrl() + "/" + resource.toVersionless().getValue();
    }
}
