package fr.respop.server.inclusion;

import fr.respop.server.fhir.Refusal;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.jspecify.annotations.Nullable;

/**
 * Which inclusion ends, and why.
 *
 * @param programme the code of the programme
 * @param reason why
 */
record EndRequest(String programme, EndReason reason) {

    static EndRequest withdrawal(@Nullable String programme) {
        return new EndRequest(programme(programme), EndReason.WITHDRAWN);
    }

    static EndRequest of(@Nullable String programme, @Nullable String reason) {
        var code = IncludeRequest.required(reason, "reason", "Say why: reason=moved, died or ended.");
        return new EndRequest(
                programme(programme),
                EndReason.of(code)
                        .filter(EndReason::isGiven)
                        .orElseThrow(() -> Refusal.badRequest(
                                IssueType.CODEINVALID,
                                "reason",
                                "The reason is moved, died or ended; for the resident's own wish call $withdraw.")));
    }

    private static String programme(@Nullable String programme) {
        return IncludeRequest.required(programme, "programme", "Name the programme, such as programme=diabetes.");
    }
}
