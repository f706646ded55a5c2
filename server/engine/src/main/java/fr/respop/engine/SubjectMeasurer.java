package fr.respop.engine;

import fr.respop.engine.content.Content;
import fr.respop.engine.content.ContentException;
import fr.respop.engine.content.CqlLibrary;
import fr.respop.engine.cql.SubjectRunner;
import fr.respop.engine.report.MemberFunction;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
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
    }

    /** What follows is about this subject, whose record is read here. */
    void enter(SubjectRecord subject) {
        questions.values().forEach(Question::forget);
        var resources = subject.resources();
        runners.forEach(runner -> runner.enter(subject.id(), resources));
    }

    /** The results for a member of the plan's population; nothing for others. */
    Optional<Map<String, ExpressionResult>> evaluate(EvaluationPlan plan) {
        var question = Objects.requireNonNull(questions.get(plan));
        if (!isMember(plan, question.runner)) {
            return Optional.empty();
        }
        if (plan.functions().isEmpty()) {
            return Optional.of(question.answer(plan));
        }
        var results = new HashMap<>(question.runner.evaluate(plan.library(), plan.expressions()));
        plan.functions().forEach(function -> apply(function, results, plan, question.runner));
        return Optional.of(results);
    }

    /** The values of further expressions of the plan's library, by name. */
    Map<String, ExpressionResult> evaluate(EvaluationPlan plan, List<String> expressions) {
        return Objects.requireNonNull(questions.get(plan)).runner.evaluate(plan.library(), expressions);
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

    /** All that the measures of one library ask of a subject in the same circumstances. */
    private static final class Question {

        private final SubjectRunner runner;
        private final CqlLibrary library;
        private final Set<String> ofEverybody = new LinkedHashSet<>();
        private final Set<String> ofMembers = new LinkedHashSet<>();
        private final Set<String> gates = new LinkedHashSet<>();
        private @Nullable Map<String, ExpressionResult> answer;

        Question(SubjectRunner runner, CqlLibrary library) {
            this.runner = runner;
            this.library = library;
        }

        void add(EvaluationPlan plan) {
            ofEverybody.addAll(plan.neededOfEverybody());
            ofMembers.addAll(plan.expressions());
            ofMembers.removeAll(ofEverybody);
            gates.addAll(plan.gates());
        }

        void forget() {
            answer = null;
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

        private Map<String, ExpressionResult> answer() {
            var results = new HashMap<>(runner.evaluate(library, List.copyOf(ofEverybody)));
            var isMember = gates.stream().anyMatch(gate -> Boolean.TRUE.equals(SubjectRunner.value(results, gate)));
            if (isMember && !ofMembers.isEmpty()) {
                results.putAll(runner.evaluate(library, List.copyOf(ofMembers)));
            }
            return results;
        }
    }
}
