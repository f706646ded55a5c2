package fr.respop.server.bulkimport;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import com.google.common.base.Throwables;
import fr.respop.server.fhir.ClientWrites;
import fr.respop.server.fhir.Refusal;
import fr.respop.server.fhir.border.Border;
import java.util.List;
import java.util.function.BiConsumer;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Stores lines of files, as a client would store them. */
@Component
class LineStore {

    private static final int INTERNAL_ERROR = 500;

    private final FhirContext context;
    private final ClientWrites writes;

    LineStore(FhirContext context, ClientWrites writes) {
        this.context = context;
        this.writes = writes;
    }

    /**
     * The resource on a line.
     *
     * @throws Refusal or another failure for a client, if it is none of the type or has no id
     */
    Resource parse(String type, NdjsonLines line) {
        if (line.isTooLong()) {
            throw Refusal.unprocessable(
                    IssueType.TOOLONG, "", "A line has at most " + NdjsonLines.LONGEST + " characters.");
        }
        try {
            return checked(type, (Resource) context.newJsonParser().parseResource(line.text()));
        } catch (DataFormatException unreadable) {
            throw Border.explain(unreadable);
        }
    }

    private static Resource checked(String type, Resource resource) {
        if (!resource.fhirType().equals(type)) {
            throw Refusal.unprocessable(
                    IssueType.STRUCTURE,
                    "resourceType",
                    "The file is of type " + type + ", and the line is a " + resource.fhirType()
                            + ". Put it into a file of its own type.");
        }
        if (!resource.getIdElement().hasIdPart()) {
            throw Refusal.unprocessable(
                    IssueType.REQUIRED,
                    type + ".id",
                    "An imported resource needs an id, under which it is stored, so that a second import of it is no second"
                            + " resource. Give it one.");
        }
        return resource;
    }

    /**
     * Stores lines, together where that goes; where one is refused, by halves, until it is alone.
     *
     * @param refused told of each line that cannot be stored, with the reason
     * @throws RuntimeException if the database fails
     */
    void store(List<ParsedLine> lines, BiConsumer<ParsedLine, OperationOutcome> refused) {
        try {
            writes.put(lines.stream().map(ParsedLine::resource).toList());
        } catch (RuntimeException failure) {
            if (isOfTheDatabase(failure)) {
                throw failure;
            }
            if (lines.size() == 1) {
                refused.accept(lines.get(0), outcome(failure));
            } else {
                var half = lines.size() / 2;
                store(lines.subList(0, half), refused);
                store(lines.subList(half, lines.size()), refused);
            }
        }
    }

    static OperationOutcome outcome(RuntimeException failure) {
        return (OperationOutcome) Border.explain(failure).getOperationOutcome();
    }

    /** A constraint that a line breaks is a matter of the line. */
    private static boolean isOfTheDatabase(RuntimeException failure) {
        var isRefusal =
                failure instanceof BaseServerResponseException refusal && refusal.getStatusCode() < INTERNAL_ERROR;
        return !isRefusal
                && Throwables.getCausalChain(failure).stream()
                        .anyMatch(cause -> cause instanceof TransactionException
                                || (cause instanceof DataAccessException
                                        && !(cause instanceof DataIntegrityViolationException)));
    }
}
