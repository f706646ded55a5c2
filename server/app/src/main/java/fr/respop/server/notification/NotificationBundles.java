package fr.respop.server.notification;

import fr.respop.server.fhir.LocalStore;
import fr.respop.server.fhir.evaluation.EvaluationProperties;
import fr.respop.server.fhir.outbox.Delivery;
import fr.respop.server.fhir.outbox.RecordedEvent;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes notifications: a Bundle of the type history whose first entry says what it tells. */
@Component
class NotificationBundles {

    private static final String PROFILE =
            "http://hl7.org/fhir/uv/subscriptions-backport/StructureDefinition/backport-subscription-notification-r4";

    private final LocalStore store;
    private final Clock clock;

    NotificationBundles(LocalStore store, EvaluationProperties properties) {
        this.store = store;
        this.clock = properties.clock();
    }

    /** A notification without an event. */
    Bundle of(NotificationType type, Delivery to) {
        return bundle(to, StatusParameters.of(type, to));
    }

    /**
     * A notification of events.
     *
     * @param content how much of them it holds
     */
    Bundle of(NotificationType type, Delivery to, List<RecordedEvent> events, Content content) {
        var status = StatusParameters.of(type, to, events, content);
        var bundle = bundle(to, status);
        if (content != Content.EMPTY) {
            events.stream().map(event -> entry(event, to, content)).forEach(bundle::addEntry);
        }
        return bundle;
    }

    private Bundle bundle(Delivery to, Parameters status) {
        var bundle = new Bundle().setType(BundleType.HISTORY).setTimestamp(Date.from(clock.instant()));
        bundle.setId(UUID.randomUUID().toString());
        bundle.getMeta().addProfile(PROFILE);
        var entry = bundle.addEntry()
                .setFullUrl("urn:uuid:" + status.getIdElement().getIdPart())
                .setResource(status);
        entry.getRequest().setMethod(HTTPVerb.GET).setUrl(StatusParameters.address(to) + "/$status");
        entry.getResponse().setStatus("200");
        return bundle;
    }

    /** A history has a request and a response for each entry: here, of the write that was the event. */
    private BundleEntryComponent entry(RecordedEvent event, Delivery to, Content content) {
        var focus = event.focus();
        var entry = new BundleEntryComponent().setFullUrl(StatusParameters.address(to, focus));
        entry.getRequest().setMethod(HTTPVerb.PUT).setUrl(focus.toVersionless().getValue());
        entry.getResponse().setStatus("1".equals(focus.getVersionIdPart()) ? "201" : "200");
        if (content == Content.FULL_RESOURCE) {
            entry.setResource(resource(event, Topic.ofCode(to.topic())));
        }
        return entry;
    }

    /** As it was at the event, so that a repeated notification says the same; none once the resource is deleted. */
    private @Nullable Resource resource(RecordedEvent event, Topic topic) {
        var id = event.focus().getIdPart();
        return store.find(topic.type(), id)
                .flatMap(current ->
                        store.findVersion(topic.type(), id, event.focus().getVersionIdPart()))
                .map(Resource.class::cast)
                .orElse(null);
    }
}
