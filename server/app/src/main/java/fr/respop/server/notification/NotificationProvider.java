package fr.respop.server.notification;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.OperationParam;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import fr.respop.server.fhir.FhirOperations;
import fr.respop.server.fhir.KnownParameters;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Subscription;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** {@code $status}, {@code $events} and {@code $dead-letters} of Subscriptions to topics. */
@Component
public class NotificationProvider implements FhirOperations {

    private final NotificationQueries queries;

    NotificationProvider(NotificationQueries queries) {
        this.queries = queries;
    }

    /**
     * The state of a Subscription.
     *
     * @return a searchset of one {@code backport-subscription-status-r4}
     */
    @Operation(name = "$status", type = Subscription.class, idempotent = true)
    public Bundle status(@IdParam IdType id) {
        return queries.status(id.getIdPart());
    }

    /**
     * The states of Subscriptions.
     *
     * @param ids of which ones; of all when left out
     * @param statuses in which status; in any when left out
     * @return a searchset of {@code backport-subscription-status-r4}
     */
    @Operation(name = "$status", type = Subscription.class, idempotent = true)
    public Bundle statuses(
            @OperationParam(name = "id") @Nullable List<String> ids,
            @OperationParam(name = "status") @Nullable List<String> statuses,
            RequestDetails http) {
        KnownParameters.refuseOthers(http, Set.of("id", "status"));
        return queries.statuses(
                Objects.requireNonNullElse(ids, List.of()), Objects.requireNonNullElse(statuses, List.of()));
    }

    /**
     * Events of a Subscription, delivered or not.
     *
     * @param since the number of the first one; 1 when left out
     * @param until the number of the last one; the last there is when left out
     * @param content {@code empty}, {@code id-only} or {@code full-resource}; as in notifications when left out
     * @return a notification with these events, at most {@value NotificationQueries#MOST} of them
     */
    @Operation(name = "$events", type = Subscription.class, idempotent = true)
    public Bundle events(
            @IdParam IdType id,
            @OperationParam(name = "eventsSinceNumber") @Nullable String since,
            @OperationParam(name = "eventsUntilNumber") @Nullable String until,
            @OperationParam(name = "content") @Nullable String content,
            RequestDetails http) {
        KnownParameters.refuseOthers(http, Set.of("eventsSinceNumber", "eventsUntilNumber", "content"));
        return queries.events(id.getIdPart(), EventsRequest.of(since, until, content));
    }

    /**
     * The events that were given up: those of Subscriptions in error that were not delivered.
     *
     * @return Parameters with a parameter {@code dead-letter} an event
     */
    @Operation(name = "$dead-letters", type = Subscription.class, idempotent = true)
    public Parameters deadLetters(RequestDetails http) {
        KnownParameters.refuseOthers(http, Set.of());
        return queries.deadLetters();
    }
}
