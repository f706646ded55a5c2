package fr.respop.server.fhir.outbox;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.hl7.fhir.r4.model.IdType;

/**
 * The events of which each subscriber is told, and how far that has come.
 *
 * <p>Every method takes part in the current transaction, if there is one: an event is there if, and only if, the write is
 * that it tells of. All servers on one database share it.
 */
public interface NotificationOutbox {

    /** Gives events to subscribers, each under the subscriber's next number. */
    void add(SortedMap<String, List<IdType>> focusesBySubscriber, Instant now);

    /** The ids of those with whom there is something to do now, the longest waiting first. */
    List<String> due(Instant now);

    /** The same of one of them; empty if there is nothing to do. */
    Optional<Delivery> due(String id, Instant now);

    Optional<Delivery> find(String id);

    /** All of them, by their ids. */
    List<Delivery> all();

    /** The events with numbers from {@code since} to {@code until}, in their order, at most so many. */
    List<RecordedEvent> events(String id, long since, long until, int atMost);

    /** Notes a notification that arrived, with events up to this number. */
    void delivered(String id, long upTo, Instant now);

    /** Notes an attempt that failed. */
    void failed(String id, String failure, Instant now, Instant nextAttempt);

    /** Drops the events that happened earlier. */
    void dropBefore(Instant time);
}
