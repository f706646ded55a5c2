package fr.respop.engine;

import fr.respop.engine.cql.SubjectRunner;
import java.time.Clock;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;
import org.opencds.cqf.cql.engine.execution.ExpressionResult;

/** What one {@link Inquiry} comes to for the subject at hand; the report is made when it is asked for. */
public final class Finding {

    private final EvaluationPlan plan;
    private final String subject;
    private final Optional<Map<String, ExpressionResult>> results;
    private final Map<String, @Nullable Object> values;
    private final Clock clock;

    /** @param results what the measure asks for; empty for whom the evaluation's membership leaves out */
    Finding(
            EvaluationPlan plan,
            String subject,
            Optional<Map<String, ExpressionResult>> results,
            Map<String, @Nullable Object> values,
            Clock clock) {
        this.plan = plan;
        this.subject = subject;
        this.results = results;
        this.values = values;
        this.clock = clock;
    }

    static Finding of(
            EvaluationPlan plan,
            List<String> expressions,
            SubjectRecord subject,
            SubjectMeasurer measurer,
            Clock clock) {
        var results = measurer.evaluate(plan);
        var values = new LinkedHashMap<String, @Nullable Object>();
        if (results.isPresent()) {
            var further = measurer.evaluate(plan, expressions);
            expressions.forEach(name -> values.put(name, SubjectRunner.value(further, name)));
        }
        return new Finding(plan, subject.id(), results, Collections.unmodifiableMap(values), clock);
    }

    /** Whether the subject is a member, and in the initial population of one of the measure's groups. */
    public boolean isInPopulation() {
        return results.isPresent()
                && plan.measure().initialPopulations().stream().anyMatch(this::hasMembers);
    }

    private boolean hasMembers(String population) {
        return !Members.of(value(population), value(plan.library().context())).isEmpty();
    }

    private @Nullable Object value(String expression) {
        return SubjectRunner.value(results.orElseThrow(), expression);
    }

    /** The CQL values of the further expressions, by name; null where CQL says null. None of who is no member. */
    public Map<String, @Nullable Object> values() {
        return values;
    }

    private static Map<String, ExpressionResult> valuesAlone(Map<String, ExpressionResult> results) {
        var values = new HashMap<String, ExpressionResult>();
        results.forEach((name, result) -> values.put(name, new ExpressionResult(result.getValue(), Set.of())));
        return values;
    }

    /**
     * The subject's individual report of the measure, but for the evaluated resources: those would be all that the library
     * looks at, hundreds of references for each measure.
     *
     * @throws SubjectNotEvaluable if it cannot be scored
     */
    public MeasureReport report() {
        var sum = new MeasureSum(plan);
        var share = sum.share();
        results.ifPresent(found -> share.add(subject, valuesAlone(found)));
        share.finish();
        try {
            return sum.report(clock).setSubject(new Reference(subject));
        } catch (MeasureNotEvaluable failed) {
            throw new SubjectNotEvaluable(subject, failed.reason(), failed);
        }
    }
}
