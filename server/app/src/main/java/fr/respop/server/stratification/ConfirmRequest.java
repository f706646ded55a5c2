package fr.respop.server.stratification;

import fr.respop.server.fhir.Refusal;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;

/**
 * What a practitioner decides on a proposal.
 *
 * @param practitioner who decides
 * @param decision what
 * @param stratum the code of the right stratum, if the proposed one is corrected
 * @param reason why, if the proposal is not simply confirmed
 */
record ConfirmRequest(Reference practitioner, Decision decision, Optional<String> stratum, Optional<String> reason) {

    /** What can be decided. */
    enum Decision {
        CONFIRM,
        CORRECT,
        REJECT;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static ConfirmRequest of(
            @Nullable String practitioner,
            @Nullable String decision,
            @Nullable String stratum,
            @Nullable String reason) {
        var request = new ConfirmRequest(reference(practitioner), decision(decision), filled(stratum), filled(reason));
        if (request.stratum().isPresent() != (request.decision() == Decision.CORRECT)) {
            throw Refusal.badRequest(
                    IssueType.INVALID,
                    "stratum",
                    "Give the right stratum with decision=correct, and with no other decision.");
        }
        if (request.reason().isEmpty() && request.decision() != Decision.CONFIRM) {
            throw Refusal.badRequest(
                    IssueType.REQUIRED, "reason", "Say why the proposal is corrected or rejected: reason=...");
        }
        return request;
    }

    private static Reference reference(@Nullable String practitioner) {
        var reference = new IdType(practitioner);
        if (!reference.hasIdPart()
                || !("Practitioner".equals(reference.getResourceType())
                        || "PractitionerRole".equals(reference.getResourceType()))) {
            throw Refusal.badRequest(
                    practitioner == null ? IssueType.REQUIRED : IssueType.VALUE,
                    "practitioner",
                    "Name who decides: practitioner=Practitioner/<id> or PractitionerRole/<id>.");
        }
        return new Reference(reference.toUnqualifiedVersionless());
    }

    private static Decision decision(@Nullable String code) {
        if (code == null) {
            return Decision.CONFIRM;
        }
        return Arrays.stream(Decision.values())
                .filter(decision -> decision.code().equals(code))
                .findFirst()
                .orElseThrow(() -> Refusal.badRequest(
                        IssueType.CODEINVALID,
                        "decision",
                        "The decision is one of "
                                + Arrays.stream(Decision.values())
                                        .map(Decision::code)
                                        .collect(Collectors.joining(", "))
                                + "."));
    }

    private static Optional<String> filled(@Nullable String text) {
        return Optional.ofNullable(text).map(String::strip).filter(value -> !value.isEmpty());
    }
}
