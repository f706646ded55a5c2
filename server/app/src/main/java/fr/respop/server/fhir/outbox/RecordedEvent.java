package fr.respop.server.fhir.outbox;

import java.time.Instant;
import org.hl7.fhir.r4.model.IdType;

/**
 * Something that happened, as one subscriber is told.
 *
 * @param number its number for the subscriber: the first is 1, and none is left out
 * @param focus the version of the resource that it is about
 */
public record RecordedEvent(long number, IdType focus, Instant occurredAt) {}
