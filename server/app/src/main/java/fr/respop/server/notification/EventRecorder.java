package fr.respop.server.notification;

import fr.respop.server.fhir.evaluation.EvaluationProperties;
import fr.respop.server.fhir.outbox.NotificationOutbox;
import fr.respop.server.fhir.outbox.Subscribers;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hl7.fhir.r4.model.IdType;
import org.springframework.stereotype.Component;

/** Puts events into the outbox of each subscriber who asked for them. */
@Component
class EventRecorder {

    private final Subscribers subscribers;
    private final NotificationOutbox outbox;
    private final Audience audience;
    private final Clock clock;

    EventRecorder(
            Subscribers subscribers, NotificationOutbox outbox, Audience audience, EvaluationProperties properties) {
        this.subscribers = subscribers;
        this.outbox = outbox;
        this.audience = audience;
        this.clock = properties.clock();
    }

    /**
     * Records events in the current transaction.
     *
     * <p>Who asked stands in the database, and is read there: a few rows, at the rare writes that are events. So every
     * server knows a Subscription as soon as it is stored, and nothing has to be kept in step.
     */
    void record(List<TopicEvent> events) {
        var now = clock.instant();
        var topics = new TreeSet<String>();
        events.forEach(event -> topics.add(event.topic().code()));
        var asking = subscribers.of(topics, now);
        if (asking.isEmpty()) {
            return;
        }
        var focuses = new TreeMap<String, List<IdType>>();
        for (var event : events) {
            var matcher = audience.of(event);
            asking.stream()
                    .filter(subscriber ->
                            subscriber.topic().equals(event.topic().code()))
                    .filter(subscriber -> matcher.test(Filters.parse(subscriber.filters())))
                    .forEach(subscriber -> focuses.computeIfAbsent(subscriber.id(), id -> new ArrayList<>())
                            .add(event.focusId()));
        }
        outbox.add(focuses, now);
    }
}
