package fr.respop.engine;

import fr.respop.engine.content.ContentException;
import fr.respop.engine.content.CqlLibrary;
import fr.respop.engine.cql.SubjectRunner;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.opencds.cqf.cql.engine.execution.ExpressionResult;

/** All that the measures of one library ask of a subject in the same circumstances. */
final class Question {

    private final SubjectRunner runner;
    private final CqlLibrary library;
    private final Set<String> ofEverybody = new LinkedHashSet<>();
    private final Set<String> ofMembers = new LinkedHashSet<>();
    private final Set<String> gates = new LinkedHashSet<>();
    private final Batch populations;
    private final Batch further;
    private @Nullable Map<String, ExpressionResult> answer;

    Question(SubjectRunner runner, CqlLibrary library) {
        this.runner = runner;
        this.library = library;
        this.populations = new Batch(runner, library);
        this.further = new Batch(runner, library);
    }

    void add(EvaluationPlan plan) {
        ofEverybody.addAll(plan.neededOfEverybody());
        ofMembers.addAll(plan.expressions());
        ofMembers.removeAll(ofEverybody);
        gates.addAll(plan.gates());
        populations.add(plan.initialPopulations());
    }

    /** What follows may ask for further expressions of the library. */
    void prepare(List<String> furtherExpressions) {
        further.add(furtherExpressions);
    }

    SubjectRunner runner() {
        return runner;
    }

    void forget() {
        answer = null;
        populations.forget();
        further.forget();
    }

    /** Holds what the plan asks for, and as a rule what the others ask for too. */
    Map<String, ExpressionResult> answer(EvaluationPlan plan) {
        var known = answer;
        if (known != null) {
            return known;
        }
        try {
            answer = answer();
            return answer;
        } catch (ContentException unusable) {
            throw unusable;
        } catch (RuntimeException failure) {
            // What fails for one measure must not fail for the others.
            return runner.evaluate(library, plan.expressions());
        }
    }

    /** Holds what says whether the subject is in an initial population of the plan. */
    Map<String, ExpressionResult> populations(EvaluationPlan plan) {
        return populations.results(plan.initialPopulations());
    }

    /** Holds the results of expressions for which this was prepared. */
    Map<String, ExpressionResult> further(List<String> expressions) {
        return further.results(expressions);
    }

    private Map<String, ExpressionResult> answer() {
        var results = new HashMap<>(runner.evaluate(library, List.copyOf(ofEverybody)));
        var isMember = gates.stream().anyMatch(gate -> Boolean.TRUE.equals(SubjectRunner.value(results, gate)));
        if (isMember && !ofMembers.isEmpty()) {
            results.putAll(runner.evaluate(library, List.copyOf(ofMembers)));
        }
        return results;
    }
}
