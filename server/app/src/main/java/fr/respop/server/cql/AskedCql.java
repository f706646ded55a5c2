package fr.respop.server.cql;

import fr.respop.server.fhir.Refusal;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;

/** The CQL of a {@code $cql} request, in one of the two forms that it has. */
sealed interface AskedCql {

    /** The most that is compiled for a question: twice the largest library of our own. */
    int MOST_CHARACTERS = 200_000;

    /**
     * A single expression.
     *
     * @param included the stored libraries that it may speak of
     */
    record OfExpression(String text, List<IncludedLibrary> included) implements AskedCql {

        @Override
        public String parameter() {
            return "expression";
        }
    }

    /**
     * A whole library.
     *
     * @param expressions the names of those that are asked for; all public ones when empty
     */
    record OfLibrary(String text, List<String> expressions) implements AskedCql {

        @Override
        public String parameter() {
            return "content";
        }
    }

    String text();

    /** The parameter of the request that holds the text. */
    String parameter();

    /** Reads the parameters of the request that are about CQL. */
    static AskedCql of(List<String> expressions, Optional<String> content, List<IncludedLibrary> included) {
        var asked = content.isPresent()
                ? ofLibrary(content.get(), expressions, included)
                : ofExpression(expressions, included);
        if (asked.text().isBlank()) {
            throw nothingAsked();
        }
        if (asked.text().length() > MOST_CHARACTERS) {
            throw Refusal.unprocessable(
                    IssueType.TOOLONG,
                    asked.parameter(),
                    "The CQL has more than " + MOST_CHARACTERS
                            + " characters. Store it as a Library, and evaluate that with Library/$evaluate.");
        }
        return asked;
    }

    private static AskedCql ofLibrary(String text, List<String> expressions, List<IncludedLibrary> included) {
        if (!included.isEmpty()) {
            throw Refusal.badRequest(
                    IssueType.INVALID, "library", "A library in content includes others itself. Leave out library.");
        }
        return new OfLibrary(text, expressions);
    }

    private static AskedCql ofExpression(List<String> expressions, List<IncludedLibrary> included) {
        if (expressions.isEmpty()) {
            throw nothingAsked();
        }
        if (expressions.size() > 1) {
            throw Refusal.badRequest(
                    IssueType.INVALID, "expression", "Give one expression, or a library with several in content.");
        }
        return new OfExpression(expressions.get(0), included);
    }

    private static Refusal nothingAsked() {
        return Refusal.badRequest(
                IssueType.REQUIRED,
                "expression",
                "Give the CQL to evaluate: an expression in expression, or a whole library in content.");
    }
}
