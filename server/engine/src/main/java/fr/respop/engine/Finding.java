package fr.respop.engine;

import fr.respop.engine.content.ContentException;
import fr.respop.engine.cql.FailureReason;
import fr.respop.engine.cql.SubjectRunner;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.hl7.fhir.r4.model.MeasureReport;
import org.jspecify.annotations.Nullable;
import org.opencds.cqf.cql.engine.execution.ExpressionResult;

/**
 * What one {@link Inquiry} comes to for the subject at hand, each part of it when it is first asked for: most of what is
 * asked about a subject is of populations to which the subject does not belong. Ask in the thread that got it, and while
 * the subject is at hand.
 */
public final class Finding {

    private final IndividualReports reports;
    private final List<String> expressions;
    private final String subject;
    private final SubjectMeasurer measurer;

    /** @param measurer it is at the subject */
    Finding(IndividualReports reports, List<String> expressions, String subject, SubjectMeasurer measurer) {
        this.reports = reports;
        this.expressions = expressions;
        this.subject = subject;
        this.measurer = measurer;
    }

    private EvaluationPlan plan() {
        return reports.plan();
    }

    /**
     * Whether the subject is a member, and in the initial population of one of the measure's groups.
     *
     * @throws SubjectNotEvaluable if the CQL fails on the subject
     */
    public boolean isInPopulation() {
        return evaluated(() -> measurer.populations(plan()).stream()
                .anyMatch(results -> plan().measure().initialPopulations().stream()
                        .anyMatch(population -> hasMembers(population, results))));
    }

    private boolean hasMembers(String population, Map<String, ExpressionResult> results) {
        var itself = SubjectRunner.value(results, plan().library().context());
        return !Members.of(SubjectRunner.value(results, population), itself).isEmpty();
    }

    /**
     * The CQL values of the further expressions, by name; null where CQL says null. None of who is no member.
     *
     * @throws SubjectNotEvaluable if the CQL fails on the subject
     */
    public Map<String, @Nullable Object> values() {
        return evaluated(() -> {
            var values = new LinkedHashMap<String, @Nullable Object>();
            measurer.further(plan(), expressions)
                    .ifPresent(results ->
                            expressions.forEach(name -> values.put(name, SubjectRunner.value(results, name))));
            return Collections.unmodifiableMap(values);
        });
    }

    /**
     * The subject's individual report of the measure, but for the evaluated resources: those would be all that the library
     * looks at, hundreds of references for each measure.
     *
     * @throws SubjectNotEvaluable if the CQL fails on the subject, or if it cannot be scored
     */
    public MeasureReport report() {
        return evaluated(() -> reports.of(subject, measurer.evaluate(plan())));
    }

    private <T> T evaluated(Supplier<T> part) {
        try {
            return part.get();
        } catch (ContentException | MeasureNotEvaluable | SubjectNotEvaluable known) {
            throw known;
        } catch (RuntimeException failure) {
            throw new SubjectNotEvaluable(subject, FailureReason.of(failure), failure);
        }
    }
}
