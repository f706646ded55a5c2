package fr.respop.engine;

import fr.respop.engine.content.Content;
import fr.respop.engine.cql.SubjectRunner;
import fr.respop.engine.report.MemberFunction;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.opencds.cqf.cql.engine.execution.EvaluationExpressionRef;
import org.opencds.cqf.cql.engine.execution.EvaluationResult;
import org.opencds.cqf.cql.engine.execution.ExpressionResult;
import org.opencds.cqf.fhir.cr.measure.common.HashMapForFhirResourcesAndCqlTypes;

/** Evaluates what a measure asks of CQL, one subject after another. Belongs to one thread. */
final class SubjectMeasurer {

    private final EvaluationPlan plan;
    private final SubjectRunner runner;

    SubjectMeasurer(EvaluationPlan plan, Content content) {
        var request = plan.request();
        this.plan = plan;
        this.runner = new SubjectRunner(
                content, request.period().start(), request.period().end(), request.parameters());
    }

    /** The results for a member of the population; nothing for others. */
    Optional<EvaluationResult> evaluate(SubjectRecord subject) {
        runner.enter(subject.id(), subject.resources());
        if (!isMember()) {
            return Optional.empty();
        }
        var results = runner.evaluate(plan.library(), plan.expressions());
        plan.functions().forEach(function -> apply(function, results));
        return Optional.of(results);
    }

    private boolean isMember() {
        if (plan.membershipLibrary().isEmpty()) {
            return true;
        }
        var expression = plan.request().membership().orElseThrow().expression();
        var result = runner.evaluate(plan.membershipLibrary().get(), List.of(expression));
        return Boolean.TRUE.equals(SubjectRunner.value(result, expression));
    }

    private void apply(MemberFunction function, EvaluationResult results) {
        // Scoring looks members up by what they are, not by which object they are.
        Map<Object, @Nullable Object> values =
                function.isObservation() ? new HashMapForFhirResourcesAndCqlTypes<>() : new HashMap<>();
        var evidence = new HashSet<@Nullable Object>();
        for (var member : members(function, results)) {
            var result = runner.call(
                    plan.library(), function.function(), function.takesMember() ? List.of(member) : List.of());
            values.put(member, function.isObservation() ? Quantities.of(result.getValue()) : result.getValue());
            evidence.addAll(Objects.requireNonNullElse(result.getEvaluatedResources(), Set.of()));
        }
        results.set(new EvaluationExpressionRef(function.result()), new ExpressionResult(values, evidence));
    }

    private List<Object> members(MemberFunction function, EvaluationResult results) {
        return Members.of(
                SubjectRunner.value(results, function.population()),
                SubjectRunner.value(results, plan.library().context()));
    }
}
