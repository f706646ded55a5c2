package fr.respop.engine;

import fr.respop.engine.content.Content;
import fr.respop.engine.cql.SubjectRunner;
import fr.respop.engine.report.MemberFunction;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.opencds.cqf.cql.engine.execution.ExpressionResult;
import org.opencds.cqf.fhir.cr.measure.common.HashMapForFhirResourcesAndCqlTypes;

/**
 * Evaluates what the measures of a pass ask of CQL, one subject after another. Belongs to one thread.
 *
 * <p>Measures of the same period and parameters share what CQL computes for a subject, and those of one library are
 * evaluated together.
 */
final class SubjectMeasurer {

    private final Collection<SubjectRunner> runners;
    private final Collection<Question> allQuestions;
    private final IdentityHashMap<EvaluationPlan, Question> questions = new IdentityHashMap<>();

    SubjectMeasurer(List<EvaluationPlan> plans, Content content, Duration timeLimit) {
        var runnersOf = new HashMap<Circumstances, SubjectRunner>();
        var questionsOf = new HashMap<List<Object>, Question>();
        for (var plan : plans) {
            var runner = runnersOf.computeIfAbsent(Circumstances.of(plan), same -> same.runner(content, timeLimit));
            var question = questionsOf.computeIfAbsent(
                    List.of(runner, plan.library()), same -> new Question(runner, plan.library()));
            question.add(plan);
            questions.put(plan, question);
        }
        runners = runnersOf.values();
        allQuestions = questionsOf.values();
    }

    /** What follows may ask for further expressions of the plan's library. */
    void prepare(EvaluationPlan plan, List<String> furtherExpressions) {
        question(plan).prepare(furtherExpressions);
    }

    /** What follows is about this subject, whose record is read here. */
    void enter(SubjectRecord subject) {
        allQuestions.forEach(Question::forget);
        var resources = subject.resources();
        runners.forEach(runner -> runner.enter(subject.id(), resources));
    }

    /** Nothing of any subject is remembered from here on. */
    void leave() {
        allQuestions.forEach(Question::forget);
        runners.forEach(SubjectRunner::enterNobody);
    }

    /** The results for a member of the plan's population; nothing for others. */
    Optional<Map<String, ExpressionResult>> evaluate(EvaluationPlan plan) {
        var question = question(plan);
        if (!isMember(plan, question.runner())) {
            return Optional.empty();
        }
        if (plan.functions().isEmpty()) {
            return Optional.of(question.answer(plan));
        }
        var results = new HashMap<>(question.runner().evaluate(plan.library(), plan.expressions()));
        plan.functions().forEach(function -> apply(function, results, plan, question.runner()));
        return Optional.of(results);
    }

    /** Of these results, those that say whether a member is in an initial population; nothing for others. */
    Optional<Map<String, ExpressionResult>> populations(EvaluationPlan plan) {
        var question = question(plan);
        return isMember(plan, question.runner()) ? Optional.of(question.populations(plan)) : Optional.empty();
    }

    /** The results of further expressions, for which the plan was prepared, for a member; nothing for others. */
    Optional<Map<String, ExpressionResult>> further(EvaluationPlan plan, List<String> expressions) {
        var question = question(plan);
        return isMember(plan, question.runner()) ? Optional.of(question.further(expressions)) : Optional.empty();
    }

    private Question question(EvaluationPlan plan) {
        return Objects.requireNonNull(questions.get(plan));
    }

    private static boolean isMember(EvaluationPlan plan, SubjectRunner runner) {
        if (plan.membershipLibrary().isEmpty()) {
            return true;
        }
        var expression = plan.request().membership().orElseThrow().expression();
        var result = runner.evaluate(plan.membershipLibrary().get(), List.of(expression));
        return Boolean.TRUE.equals(SubjectRunner.value(result, expression));
    }

    private static void apply(
            MemberFunction function, Map<String, ExpressionResult> results, EvaluationPlan plan, SubjectRunner runner) {
        // Scoring looks members up by what they are, not by which object they are.
        Map<Object, @Nullable Object> values =
                function.isObservation() ? new HashMapForFhirResourcesAndCqlTypes<>() : new HashMap<>();
        var evidence = new HashSet<@Nullable Object>();
        for (var member : members(function, results, plan)) {
            var result = runner.call(
                    plan.library(), function.function(), function.takesMember() ? List.of(member) : List.of());
            values.put(member, function.isObservation() ? Quantities.of(result.getValue()) : result.getValue());
            evidence.addAll(Objects.requireNonNullElse(result.getEvaluatedResources(), Set.of()));
        }
        results.put(function.result(), new ExpressionResult(values, evidence));
    }

    private static List<Object> members(
            MemberFunction function, Map<String, ExpressionResult> results, EvaluationPlan plan) {
        return Members.of(
                SubjectRunner.value(results, function.population()),
                SubjectRunner.value(results, plan.library().context()));
    }

    /** What else than the library and the subject decides the value of an expression. */
    private record Circumstances(MeasurementPeriod period, Map<String, Object> parameters) {

        static Circumstances of(EvaluationPlan plan) {
            return new Circumstances(plan.request().period(), plan.request().parameters());
        }

        SubjectRunner runner(Content content, Duration timeLimit) {
            return new SubjectRunner(content, period.start(), period.end(), parameters, timeLimit);
        }
    }
}
