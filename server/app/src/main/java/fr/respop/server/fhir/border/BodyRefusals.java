package fr.respop.server.fhir.border;

import ca.uhn.fhir.parser.DataFormatException;
import fr.respop.engine.record.StrictParsing;
import fr.respop.server.fhir.Refusal;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;

/**
 * What a client is told about a body that cannot be read.
 *
 * <p>HAPI hands over the parser's message without the exception, so the place is read from the text; the rest of it is
 * dropped, because parsers quote the values they stumble over.
 */
final class BodyRefusals {

    private static final String UNREADABLE = "Failed to parse request body as";
    private static final Pattern JSON_PLACE = Pattern.compile("\\[line: (\\d+), column: (\\d+)]");
    private static final Pattern XML_PLACE = Pattern.compile("\\[row,col[^]]*]: \\[(\\d+),(\\d+)]");
    private static final Pattern REASON = Pattern.compile("Error was: (.*)", Pattern.DOTALL);

    private BodyRefusals() {}

    static Optional<Refusal> of(Throwable failure) {
        var message = String.valueOf(failure.getMessage());
        if (!message.contains(UNREADABLE)
                && Causes.find(failure, DataFormatException.class).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(first(StrictParsing.MESSAGE, message)
                .map(match -> malformed(match.group(1), match.group(2)))
                .or(() -> first(JSON_PLACE, message).map(place -> notWellFormed("JSON", place)))
                .or(() -> first(XML_PLACE, message).map(place -> notWellFormed("XML", place)))
                .orElseGet(() -> notFhir(message)));
    }

    private static Optional<MatchResult> first(Pattern pattern, String message) {
        return Optional.of(pattern.matcher(message)).filter(Matcher::find).map(Matcher::toMatchResult);
    }

    private static Refusal malformed(String element, String rule) {
        return Refusal.badRequest(
                IssueType.STRUCTURE,
                element,
                "Element " + element + ": " + rule + ". Correct it and send the body again.");
    }

    private static Refusal notWellFormed(String format, MatchResult place) {
        return Refusal.badRequest(
                IssueType.INVALID,
                "",
                "The body is not well-formed " + format + ": line " + place.group(1) + ", column " + place.group(2)
                        + ". Correct it, or name its format in Content-Type.");
    }

    private static Refusal notFhir(String message) {
        var reason = first(REASON, message).map(match -> match.group(1)).orElse(message);
        return Refusal.badRequest(
                IssueType.STRUCTURE,
                "",
                "The body is no FHIR R4 resource that can be used here: " + HapiRefusals.readable(reason)
                        + ". Correct it and send it again.");
    }
}
