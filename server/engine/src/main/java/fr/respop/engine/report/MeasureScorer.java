package fr.respop.engine.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.opencds.cqf.cql.engine.execution.EvaluationResult;
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
    private final List<String> values;
    private final boolean isOfCounts;
    private final Map<String, EvaluationResult> waiting = new LinkedHashMap<>();

    /**
     * A scorer for one measure and one kind of report.
     *
     * @param type for a report of one subject, of lists of subjects, or of counts
     * @param values the expressions that the measure asks for, but for the subject's own
     * @param sum where the scores go
     */
    public MeasureScorer(ScorableMeasure measure, MeasureEvalType type, List<String> values, ReportSum sum) {
        this.sum = sum;
        this.chunks = new ChunkScorer(measure, type);
        this.tally = new Tally(chunks, sum);
        this.values = values;
        this.isOfCounts = type == MeasureEvalType.POPULATION && measure.isOfCounts();
    }

    /** Counts a subject by its CQL results, at the latest when {@link #finish()} is called. */
    public void add(String subject, EvaluationResult result) {
        var combination = isOfCounts ? Combination.of(values, result) : null;
        if (combination == null) {
            waiting.put(subject, result);
        } else {
            tally.add(combination, subject, result);
        }
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
}
