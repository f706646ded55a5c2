package fr.respop.server.fhir.border;

import fr.respop.server.fhir.Refusal;
import java.util.Arrays;
import java.util.Optional;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;

/** What a client is told when one of clinical-reasoning's operations does not accept its parameters. */
final class ReasoningRefusals {

    private static final String LIBRARY = "org.opencds.cqf.";

    private ReasoningRefusals() {}

    static Optional<Refusal> of(Throwable failure) {
        return Causes.find(failure, IllegalArgumentException.class)
                .filter(ReasoningRefusals::isThrownByTheLibrary)
                .map(refused -> Refusal.badRequest(IssueType.INVALID, "", text(refused)));
    }

    /** It throws by itself or through a checker of arguments. */
    private static boolean isThrownByTheLibrary(Throwable refused) {
        return Arrays.stream(refused.getStackTrace())
                .limit(2)
                .anyMatch(place -> place.getClassName().startsWith(LIBRARY));
    }

    /** The library's own words are about its inside when an artefact is named in no way, or in several. */
    private static String text(IllegalArgumentException refused) {
        var message = HapiRefusals.readable(refused.getMessage());
        return message.contains("mutually exclusive")
                ? "Name what the operation works on in exactly one way: by its id in the address, by its canonical (url), or"
                        + " by sending the resource itself."
                : message;
    }
}
