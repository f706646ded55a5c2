package fr.respop.server.fhir.border;

import fr.respop.engine.EvaluationCancelled;
import fr.respop.engine.InvalidPeriod;
import fr.respop.engine.MeasureNotEvaluable;
import fr.respop.engine.SubjectNotEvaluable;
import fr.respop.engine.content.ContentException;
import fr.respop.engine.content.InvalidLibrary;
import fr.respop.engine.content.SubjectNeeded;
import fr.respop.engine.content.UnknownExpression;
import fr.respop.engine.content.UnknownLibrary;
import fr.respop.engine.content.UnknownMeasure;
import fr.respop.engine.content.ValueSetNotExpandable;
import fr.respop.engine.cql.CqlFailure;
import fr.respop.server.fhir.Refusal;
import java.util.Optional;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;

/** What a client is told when the engine does not evaluate. */
final class EngineRefusals {

    private static final String INSTALL = ". Install the content it comes with, or correct the reference to it.";

    private EngineRefusals() {}

    static Optional<Refusal> of(Throwable failure) {
        return Causes.find(failure, InvalidPeriod.class)
                .map(EngineRefusals::invalidPeriod)
                .or(() -> Causes.find(failure, ContentException.class).map(EngineRefusals::content))
                .or(() -> Causes.find(failure, SubjectNotEvaluable.class).map(EngineRefusals::notEvaluable))
                .or(() -> Causes.find(failure, CqlFailure.class).map(failed -> cqlFailed("", failed.reason())))
                .or(() -> Causes.find(failure, MeasureNotEvaluable.class).map(EngineRefusals::notEvaluable))
                .or(() -> Causes.find(failure, EvaluationCancelled.class).map(cancelled -> cancelled()));
    }

    private static Refusal invalidPeriod(InvalidPeriod failure) {
        return Refusal.badRequest(
                IssueType.VALUE,
                failure.parameter(),
                "The parameter " + failure.parameter() + " " + failure.reason()
                        + ". Give the first and the last day of the period, for example periodStart=2025-01-01 and"
                        + " periodEnd=2025-12-31.");
    }

    private static Refusal notEvaluable(MeasureNotEvaluable failure) {
        return Refusal.unprocessable(IssueType.PROCESSING, "measure", HapiRefusals.readable(failure.getMessage()));
    }

    private static Refusal notEvaluable(SubjectNotEvaluable failure) {
        return cqlFailed(" for " + failure.subject(), failure.reason());
    }

    private static Refusal content(ContentException failure) {
        if (failure instanceof UnknownMeasure unknown) {
            return Refusal.notFound(
                    "measure",
                    "No measure has the canonical " + unknown.canonical()
                            + ". Search the installed ones with Measure?_elements=url.");
        }
        if (failure instanceof UnknownLibrary unknown) {
            return Refusal.unprocessable(IssueType.NOTFOUND, "library", unknown.getMessage() + INSTALL);
        }
        if (failure instanceof UnknownExpression unknown) {
            return Refusal.unprocessable(
                    IssueType.NOTFOUND,
                    "expression",
                    "The library " + unknown.library() + " has no expression named " + unknown.expression()
                            + ". Use the name of one of its definitions.");
        }
        if (failure instanceof InvalidLibrary invalid) {
            return Refusal.unprocessable(
                    IssueType.INVALID,
                    "library",
                    "The library " + invalid.library() + " does not compile: " + String.join("; ", invalid.messages()));
        }
        if (failure instanceof ValueSetNotExpandable valueSet) {
            return Refusal.unprocessable(
                    IssueType.NOTFOUND,
                    "valueSet",
                    "The value set " + valueSet.valueSet() + " cannot be expanded: " + valueSet.reason());
        }
        if (failure instanceof SubjectNeeded needed) {
            return Refusal.unprocessable(
                    IssueType.REQUIRED,
                    "subject",
                    "The CQL looks at the data of a resident (" + needed.type() + "). Name one: subject=Patient/<id>.");
        }
        return Refusal.unprocessable(
                IssueType.PROCESSING, "content", HapiRefusals.readable(failure.getMessage()) + ".");
    }

    private static Refusal cqlFailed(String forWhom, String reason) {
        return Refusal.unprocessable(
                IssueType.PROCESSING,
                "",
                "The evaluation fails" + forWhom + ": " + HapiRefusals.readable(reason)
                        + ". Correct the CQL, or the data that it stumbles over.");
    }

    private static Refusal cancelled() {
        return Refusal.of(
                503,
                IssueType.TRANSIENT,
                "",
                "The evaluation was stopped because the server is shutting down. Ask again.");
    }
}
