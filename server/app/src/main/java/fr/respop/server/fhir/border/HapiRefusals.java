package fr.respop.server.fhir.border;

import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import fr.respop.server.fhir.Refusal;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.jspecify.annotations.Nullable;

/** What a client is told when HAPI refuses: its reason, without what only its programmers read. */
final class HapiRefusals {

    private static final Pattern MESSAGE_NUMBER = Pattern.compile("HAPI-\\d{3,5}: ");
    private static final Pattern PARAMETER_OBJECT =
            Pattern.compile("\\[*\\w+Param\\[[^\\]]*?value=([^,\\]]*)[^\\]]*]+");
    private static final Pattern CLASS_NAME = Pattern.compile("\\b(?:[a-z]\\w*\\.){2,}[A-Z]\\w*(?:: )?");

    private HapiRefusals() {}

    static Refusal of(BaseServerResponseException failure) {
        return Refusal.of(failure.getStatusCode(), code(failure.getStatusCode()), "", readable(failure.getMessage()));
    }

    static String readable(@Nullable String message) {
        if (message == null || message.isBlank()) {
            return "The request cannot be answered.";
        }
        var text = MESSAGE_NUMBER.matcher(message).replaceAll("");
        text = PARAMETER_OBJECT.matcher(text).replaceAll("$1");
        return CLASS_NAME.matcher(text).replaceAll("");
    }

    static IssueType code(int status) {
        return switch (status) {
            case 401 -> IssueType.LOGIN;
            case 403 -> IssueType.FORBIDDEN;
            case 404 -> IssueType.NOTFOUND;
            case 405, 406, 415, 501 -> IssueType.NOTSUPPORTED;
            case 409, 412 -> IssueType.CONFLICT;
            case 410 -> IssueType.DELETED;
            case 413 -> IssueType.TOOLONG;
            case 422 -> IssueType.PROCESSING;
            case 429 -> IssueType.THROTTLED;
            case 503 -> IssueType.TRANSIENT;
            default -> IssueType.INVALID;
        };
    }
}
