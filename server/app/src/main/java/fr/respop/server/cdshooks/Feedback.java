package fr.respop.server.cdshooks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.respop.server.fhir.Refusal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;

/**
 * What became of a card.
 *
 * @param card the number that the card came with
 * @param outcome {@code accepted} or {@code overridden}
 * @param acceptedSuggestions the numbers of the suggestions that were taken up; some if it is accepted, else none
 * @param reason why the card was dismissed, if a reason was chosen
 * @param comment what the user wrote about it, if anything
 */
record Feedback(
        UUID card,
        String outcome,
        List<UUID> acceptedSuggestions,
        Optional<Coding> reason,
        Optional<String> comment,
        Instant time) {

    private static final String ACCEPTED = "accepted";
    private static final String OVERRIDDEN = "overridden";

    /**
     * Reads the body of a request: feedback about one card or several.
     *
     * @throws Refusal 400 if something is missing or not understood
     */
    static List<Feedback> read(ObjectNode body) {
        var all = body.path("feedback");
        if (!all.isArray() || all.isEmpty()) {
            throw Refusal.badRequest(
                    IssueType.REQUIRED, "feedback", "The field is required: a list with an object for each card.");
        }
        var read = new ArrayList<Feedback>();
        for (int i = 0; i < all.size(); i++) {
            read.add(one(all.get(i), "feedback[" + i + "]."));
        }
        return read;
    }

    private static Feedback one(JsonNode json, String path) {
        var card = HookRequests.uuid(Json.text(json, path, "card"), path + "card");
        var outcome = Json.text(json, path, "outcome");
        var accepted = suggestions(json.path("acceptedSuggestions"), path + "acceptedSuggestions");
        if (!outcome.equals(ACCEPTED) && !outcome.equals(OVERRIDDEN)) {
            throw Refusal.badRequest(IssueType.VALUE, path + "outcome", "It is accepted or overridden.");
        }
        if (outcome.equals(ACCEPTED) == accepted.isEmpty()) {
            throw Refusal.badRequest(
                    IssueType.BUSINESSRULE,
                    path + "acceptedSuggestions",
                    "An accepted card has at least one accepted suggestion, an overridden one has none.");
        }
        var override = object(json, path, "overrideReason");
        return new Feedback(
                card,
                outcome,
                accepted,
                reason(object(override, path + "overrideReason.", "reason"), path + "overrideReason.reason."),
                Json.optionalText(override, path + "overrideReason.", "userComment"),
                time(Json.text(json, path, "outcomeTimestamp"), path + "outcomeTimestamp"));
    }

    private static List<UUID> suggestions(JsonNode accepted, String path) {
        var ids = new ArrayList<UUID>();
        for (int i = 0; i < accepted.size(); i++) {
            var place = path + "[" + i + "].";
            ids.add(HookRequests.uuid(Json.text(accepted.path(i), place, "id"), place + "id"));
        }
        return ids;
    }

    /** An object, or a missing node if it is not there. */
    private static JsonNode object(JsonNode json, String path, String field) {
        var value = json.path(field);
        if (value.isObject() || value.isMissingNode()) {
            return value;
        }
        throw Refusal.badRequest(IssueType.STRUCTURE, path + field, "The field is an object.");
    }

    private static Optional<Coding> reason(JsonNode reason, String path) {
        return reason.isObject()
                ? Optional.of(new Coding(
                        Json.optionalText(reason, path, "system").orElse(null), Json.text(reason, path, "code"), null))
                : Optional.empty();
    }

    private static Instant time(String text, String path) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException notATime) {
            throw Refusal.badRequest(
                    IssueType.VALUE, path, "It is a time with its time zone, such as 2026-03-01T10:05:31Z.");
        }
    }
}
