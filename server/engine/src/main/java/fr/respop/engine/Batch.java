package fr.respop.engine;

import fr.respop.engine.content.ContentException;
import fr.respop.engine.content.CqlLibrary;
import fr.respop.engine.cql.SubjectRunner;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.opencds.cqf.cql.engine.execution.ExpressionResult;

/**
 * Expressions of one library that are evaluated together for the subject at hand, when the first of them is asked for:
 * each question to the engine has its price, whatever the number of expressions.
 */
final class Batch {

    private final SubjectRunner runner;
    private final CqlLibrary library;
    private final Set<String> expressions = new LinkedHashSet<>();
    private @Nullable Map<String, ExpressionResult> results;

    Batch(SubjectRunner runner, CqlLibrary library) {
        this.runner = runner;
        this.library = library;
    }

    void add(Collection<String> further) {
        expressions.addAll(further);
    }

    /** What follows is about another subject. */
    void forget() {
        results = null;
    }

    /** The results of some of the expressions, and as a rule of the others too. */
    Map<String, ExpressionResult> results(List<String> asked) {
        var known = results;
        if (known != null) {
            return known;
        }
        try {
            known = runner.evaluate(library, List.copyOf(expressions));
            results = known;
            return known;
        } catch (ContentException unusable) {
            throw unusable;
        } catch (RuntimeException failure) {
            // What fails for one measure must not fail for the others.
            return runner.evaluate(library, asked);
        }
    }
}
