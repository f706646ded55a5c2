package fr.respop.engine.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.MeasureReport.MeasureReportGroupStratifierComponent;
import org.hl7.fhir.r4.model.MeasureReport.StratifierGroupComponent;
import org.opencds.cqf.fhir.cr.measure.common.MeasureEvalType;

/**
 * The sum of partial reports of one measure.
 *
 * <p>It is the same in whatever order and in whatever groups the parts are added: counts add up, lists are joined,
 * strata meet by their values, and what does not add up, such as a median, is computed from the values that the parts
 * carry. Safe for any number of threads.
 */
public final class ReportSum {

    private final ScorableMeasure measure;
    private final UnaryOperator<String> masking;
    private final MeasureReport total;
    private final SubjectLists lists;
    private final List<Map<StratumKey, StratifierGroupComponent>> strata = new ArrayList<>();
    private final List<SubjectFailure> failures = new ArrayList<>();
    private long subjects;

    /**
     * A sum of no parts yet.
     *
     * @param masking takes out of a reason what could tell who the subject is
     * @throws InvalidMeasure if the measure can be scored for no subject
     */
    public ReportSum(ScorableMeasure measure, MeasureEvalType type, UnaryOperator<String> masking) {
        this.masking = masking;
        this.measure = measure;
        total = new ChunkScorer(measure, type).score(Map.of()).report();
        lists = new SubjectLists(total);
        for (var group : total.getGroup()) {
            for (var stratifier : group.getStratifier()) {
                // A criterion has its stratum even when nobody is in it.
                var byKey = new HashMap<StratumKey, StratifierGroupComponent>();
                stratifier.getStratum().forEach(stratum -> byKey.put(StratumKey.of(stratum), stratum));
                strata.add(byKey);
            }
        }
    }

    /** Adds a part, which must not be used afterwards. */
    synchronized void add(PartialReport part) {
        part.failures().forEach(this::add);
        subjects += part.subjects();
        if (part.subjects() == 0) {
            return;
        }
        var theirs = new SubjectLists(part.report());
        int stratifier = 0;
        for (int i = 0; i < total.getGroup().size(); i++) {
            var mine = total.getGroup().get(i);
            var other = part.report().getGroup().get(i);
            add(CountedPopulation.of(mine), CountedPopulation.of(other), theirs);
            for (int j = 0; j < mine.getStratifier().size(); j++) {
                add(mine.getStratifier().get(j), other.getStratifier().get(j), strata.get(stratifier++), theirs);
            }
        }
        SupplementalData.add(total, part.report());
        part.report().getEvaluatedResource().forEach(total::addEvaluatedResource);
    }

    /** Notes a subject that could not be evaluated at all. */
    public synchronized void add(SubjectFailure failure) {
        failures.add(new SubjectFailure(failure.subject(), masking.apply(failure.reason())));
    }

    private void add(
            MeasureReportGroupStratifierComponent mine,
            MeasureReportGroupStratifierComponent other,
            Map<StratumKey, StratifierGroupComponent> known,
            SubjectLists theirs) {
        for (var stratum : other.getStratum()) {
            var populations = CountedPopulation.of(stratum);
            var same = known.get(StratumKey.of(stratum));
            if (same == null) {
                known.put(StratumKey.of(stratum), stratum);
                mine.addStratum(stratum);
                lists.adopt(populations, theirs);
            } else {
                add(CountedPopulation.of(same), populations, theirs);
            }
        }
    }

    private void add(List<CountedPopulation> mine, List<CountedPopulation> others, SubjectLists theirs) {
        for (int i = 0; i < mine.size(); i++) {
            mine.get(i).setCount(mine.get(i).count() + others.get(i).count());
            mine.get(i).addObservedValues(others.get(i).observedValues());
            lists.append(mine.get(i), others.get(i), theirs);
        }
    }

    /** How many subjects are in the sum so far, without those that failed. */
    public synchronized long subjects() {
        return subjects;
    }

    /** The subjects that failed so far, in the order of their references. */
    public synchronized List<SubjectFailure> failures() {
        return failures.stream()
                .sorted(Comparator.comparing(SubjectFailure::subject))
                .toList();
    }

    /** The report of all that was added; nothing can be added afterwards. */
    public synchronized MeasureReport finish() {
        Scores.write(total, measure);
        ReportOrder.settle(total);
        ReportErrors.write(total, failures());
        return total;
    }
}
