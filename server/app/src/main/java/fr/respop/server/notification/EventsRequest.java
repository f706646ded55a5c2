package fr.respop.server.notification;

import fr.respop.server.fhir.Refusal;
import java.util.Optional;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.jspecify.annotations.Nullable;

/**
 * Which events are asked for.
 *
 * @param since the number of the first one
 * @param until the number of the last one
 * @param content how much of them; as in notifications when empty
 */
record EventsRequest(long since, long until, Optional<Content> content) {

    EventsRequest {
        if (since > until) {
            throw Refusal.badRequest(
                    IssueType.VALUE,
                    "eventsUntilNumber",
                    "The last number is before the first one. Ask for eventsSinceNumber up to eventsUntilNumber.");
        }
    }

    static EventsRequest of(@Nullable String since, @Nullable String until, @Nullable String content) {
        return new EventsRequest(
                number(since, "eventsSinceNumber", 1),
                number(until, "eventsUntilNumber", Long.MAX_VALUE),
                Optional.ofNullable(content).map(EventsRequest::contentOf));
    }

    private static long number(@Nullable String value, String name, long usual) {
        if (value == null) {
            return usual;
        }
        if (!value.matches("\\d{1,18}")) {
            throw Refusal.badRequest(
                    IssueType.VALUE, name, "The number of an event is a whole number; the first event is 1.");
        }
        return Long.parseLong(value);
    }

    private static Content contentOf(String code) {
        return Content.of(code)
                .orElseThrow(() -> Refusal.badRequest(
                        IssueType.CODEINVALID, "content", "The content is one of " + Content.all() + "."));
    }
}
