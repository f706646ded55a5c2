package fr.respop.engine;

import fr.respop.engine.report.Combination;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.Reference;
import org.opencds.cqf.cql.engine.execution.ExpressionResult;

/**
 * The individual reports of one measure.
 *
 * <p>Subjects whose expressions have the same simple values have the same report but for who they are. So
 * clinical-reasoning scores such a combination of values once, and later subjects get a copy. Safe for any number of
 * threads.
 */
final class IndividualReports {

    /** The values of most measures combine in a few dozen ways; of others those asked for last are kept. */
    private static final int MOST_COMBINATIONS = 50;

    private final EvaluationPlan plan;
    private final Clock clock;
    private final boolean isOfCounts;
    private final List<String> deciding;
    private final Map<Combination, MeasureReport> scored = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Combination, MeasureReport> eldest) {
            return size() > MOST_COMBINATIONS;
        }
    };

    IndividualReports(EvaluationPlan plan, Clock clock) {
        this.plan = plan;
        this.clock = clock;
        this.isOfCounts = plan.measure().isOfCounts();
        // The first is the subject itself.
        this.deciding = plan.results().subList(1, plan.results().size());
    }

    EvaluationPlan plan() {
        return plan;
    }

    /**
     * The report of a subject, which is the caller's own, without the evaluated resources.
     *
     * @param results what the measure asks for; empty for who is no member
     * @throws SubjectNotEvaluable if it cannot be scored
     */
    MeasureReport of(String subject, Optional<Map<String, ExpressionResult>> results) {
        var combination = results.filter(found -> isOfCounts)
                .flatMap(found -> Optional.ofNullable(Combination.of(deciding, found)));
        var report =
                combination.map(values -> known(values, subject, results)).orElseGet(() -> score(subject, results));
        return report.setSubject(new Reference(subject)).setDateElement(MeasureSum.now(clock));
    }

    private MeasureReport known(Combination values, String subject, Optional<Map<String, ExpressionResult>> results) {
        synchronized (scored) {
            var template = scored.get(values);
            if (template != null) {
                return template.copy();
            }
        }
        var report = score(subject, results);
        synchronized (scored) {
            scored.put(values, report.copy());
        }
        return report;
    }

    private MeasureReport score(String subject, Optional<Map<String, ExpressionResult>> results) {
        var sum = new MeasureSum(plan);
        var share = sum.share();
        results.ifPresent(found -> share.add(subject, valuesAlone(found)));
        share.finish();
        try {
            return sum.report(clock);
        } catch (MeasureNotEvaluable failed) {
            throw new SubjectNotEvaluable(subject, failed.reason(), failed);
        }
    }

    private static Map<String, ExpressionResult> valuesAlone(Map<String, ExpressionResult> results) {
        var values = new HashMap<String, ExpressionResult>();
        results.forEach((name, result) -> values.put(name, new ExpressionResult(result.getValue(), Set.of())));
        return values;
    }
}
