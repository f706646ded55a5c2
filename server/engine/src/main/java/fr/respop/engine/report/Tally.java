package fr.respop.engine.report;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.opencds.cqf.cql.engine.execution.EvaluationResult;

/** How many subjects have each combination of values, and how a subject with it counts. */
final class Tally {

    /** Stands for a subject of whom nothing but its combination is known. */
    static final String SOMEBODY = "Patient/somebody";

    /** Keeps memory flat when combinations are many; they are then scored more than once. */
    private static final int MOST_COMBINATIONS = 1_000;

    private final ChunkScorer scorer;
    private final ReportSum sum;
    private final Map<Combination, Entry> entries = new HashMap<>();

    Tally(ChunkScorer scorer, ReportSum sum) {
        this.scorer = scorer;
        this.sum = sum;
    }

    /** Answers whether the subject could be scored; if not, it is a failure in the sum. */
    boolean add(Combination combination, String subject, Supplier<EvaluationResult> result) {
        var entry = entry(combination, subject, result);
        if (entry.one.failures().isEmpty()) {
            entry.subjects++;
            return true;
        }
        sum.add(new SubjectFailure(subject, entry.one.failures().get(0).reason()));
        return false;
    }

    /** Adds subjects who were scored with this combination before. */
    void add(Combination combination, int subjects, Supplier<EvaluationResult> result) {
        entry(combination, SOMEBODY, result).subjects += subjects;
    }

    private Entry entry(Combination combination, String subject, Supplier<EvaluationResult> result) {
        var entry = entries.get(combination);
        if (entry == null) {
            if (entries.size() == MOST_COMBINATIONS) {
                settle();
            }
            entry = new Entry(scorer.score(Map.of(subject, result.get())));
            entries.put(combination, entry);
        }
        return entry;
    }

    /** Gives the sum what was counted, and forgets it. */
    void settle() {
        for (var entry : entries.values()) {
            if (entry.subjects > 0) {
                sum.add(entry.one.times(entry.subjects));
            }
        }
        entries.clear();
    }

    private static final class Entry {

        private final PartialReport one;
        private int subjects;

        Entry(PartialReport one) {
            this.one = one;
        }
    }
}
