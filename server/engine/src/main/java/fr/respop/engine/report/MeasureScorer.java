package fr.respop.engine.report;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Patient;
import org.jspecify.annotations.Nullable;
import org.opencds.cqf.cql.engine.execution.EvaluationExpressionRef;
import org.opencds.cqf.cql.engine.execution.EvaluationResult;
import org.opencds.cqf.cql.engine.execution.ExpressionResult;
import org.opencds.cqf.fhir.cr.measure.common.MeasureEvalType;

/**
 * Scores the subjects of one measure, one after another, into a sum. Belongs to one thread.
 *
 * <p>Subjects whose expressions have the same values count alike. So clinical-reasoning scores each combination of
 * values once, and the sum takes it as often as there are subjects with it; only what a report tells of single subjects
 * is scored subject by subject, a chunk at a time.
 */
public final class MeasureScorer {

    private final ReportSum sum;
    private final ChunkScorer chunks;
    private final Tally tally;
    private final List<String> names;
    private final List<String> deciding;
    private final boolean isOfCounts;
    private final Set<String> withEvidence;
    private final Map<String, EvaluationResult> waiting = new LinkedHashMap<>();

    /**
     * A scorer for one measure and one kind of report.
     *
     * @param type for a report of one subject, of lists of subjects, or of counts
     * @param names the names of the results that the measure asks for, the subject itself being the first
     * @param sum where the scores go
     */
    public MeasureScorer(ScorableMeasure measure, MeasureEvalType type, List<String> names, ReportSum sum) {
        this.sum = sum;
        this.chunks = new ChunkScorer(measure, type);
        this.tally = new Tally(chunks, sum);
        this.names = names;
        this.deciding = names.subList(1, names.size());
        this.isOfCounts = type == MeasureEvalType.POPULATION && measure.isOfCounts();
        this.withEvidence = type == MeasureEvalType.SUBJECT ? Set.copyOf(names) : measure.supplementalData();
    }

    /**
     * Counts a subject, at the latest when {@link #finish()} is called.
     *
     * @param subject its reference
     * @param results CQL results by name, the measure's among them; one that is missing counts as null
     * @return what to count it by as long as its record is the same; nothing if its results have to be there, or if it
     *     cannot be scored and is a failure each time
     */
    public Optional<Combination> add(String subject, Map<String, ExpressionResult> results) {
        var combination = isOfCounts ? Combination.of(deciding, results) : null;
        if (combination == null) {
            waiting.put(subject, ofMeasure(results, withEvidence));
            return Optional.empty();
        }
        var isScored = tally.add(combination, subject, () -> ofMeasure(results, Set.of()));
        return isScored ? Optional.of(combination) : Optional.empty();
    }

    /** Counts subjects by the combination that their results came to before. */
    public void add(Combination combination, int subjects) {
        tally.add(combination, subjects, () -> ofMeasure(combination));
    }

    /** Scores the subjects that have to be scored one by one; call it when a few hundred were added, not more. */
    public void endChunk() {
        if (!waiting.isEmpty()) {
            sum.add(chunks.score(waiting));
            waiting.clear();
        }
    }

    /** Sees to it that the sum holds every subject that was added. */
    public void finish() {
        endChunk();
        tally.settle();
    }

    /** The measure's own results: scoring copies all there are again and again. */
    private EvaluationResult ofMeasure(Map<String, ExpressionResult> results, Set<String> evidenceOf) {
        var own = new EvaluationResult();
        for (var name : names) {
            var result = results.get(name);
            own.set(
                    new EvaluationExpressionRef(name),
                    result != null && evidenceOf.contains(name) ? result : withoutEvidence(result));
        }
        return own;
    }

    /** Of the subject itself counts need no more than that there is one. */
    private EvaluationResult ofMeasure(Combination combination) {
        var patient = new Patient();
        patient.setId(Tally.SOMEBODY);
        var results = new HashMap<String, ExpressionResult>();
        results.put(names.get(0), new ExpressionResult(patient, new HashSet<>()));
        for (int i = 0; i < deciding.size(); i++) {
            results.put(
                    deciding.get(i), new ExpressionResult(combination.values().get(i), new HashSet<>()));
        }
        return ofMeasure(results, Set.of());
    }

    /** Counts need no list of the resources that decided them, and keeping those lists costs more than counting. */
    private static ExpressionResult withoutEvidence(@Nullable ExpressionResult result) {
        return new ExpressionResult(result == null ? null : result.getValue(), new HashSet<>());
    }
}
