package fr.respop.engine;

import static org.assertj.core.api.Assertions.assertThat;

import fr.respop.engine.report.MeasureScorer;
import fr.respop.engine.report.ReportSum;
import fr.respop.engine.report.ScorableMeasure;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.Patient;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.opencds.cqf.cql.engine.execution.ExpressionResult;
import org.opencds.cqf.cql.engine.runtime.Code;
import org.opencds.cqf.fhir.cr.measure.common.MeasureEvalType;

/** Subjects with equal results are counted together, others apart. */
class EqualSubjectsTest {

    private static final List<String> NAMES = List.of("Patient", "Initial Population", "Place");
    private static final ScorableMeasure MEASURE = new ScorableMeasure(
            TestMeasure.cohort().stratifier("place", "Place").get());

    private final ReportSum sum = new ReportSum(MEASURE, MeasureEvalType.POPULATION, UnaryOperator.identity());
    private final MeasureScorer scorer = new MeasureScorer(MEASURE, MeasureEvalType.POPULATION, NAMES, sum);

    @Test
    void countTogether() {
        for (int i = 0; i < 7; i++) {
            add(i, true, i % 2 == 0 ? "Troyes" : "Reims");
        }

        assertThat(Reports.strata(report())).containsExactly(Map.entry("Reims", 3), Map.entry("Troyes", 4));
    }

    @Test
    void countWhateverTheNumberOfCombinations() {
        for (int i = 0; i < 5_000; i++) {
            add(i, true, "place " + i % 2_500);
        }

        var strata = Reports.strata(report());

        assertThat(strata).hasSize(2_500);
        assertThat(strata.values()).containsOnly(2);
    }

    @Test
    void countApartWhenTheirValuesAreNotSimple() {
        add(1, true, new Code().withSystem("urn:place").withCode("Troyes"));
        add(2, true, new Code().withSystem("urn:place").withCode("Troyes"));
        scorer.endChunk();

        assertThat(sum.subjects()).isEqualTo(2);
        assertThat(report().getGroupFirstRep().getPopulationFirstRep().getCount())
                .isEqualTo(2);
    }

    @Test
    void countNowhereOutsideThePopulation() {
        add(1, false, "Troyes");
        add(2, null, "Troyes");
        add(3, true, "Reims");

        var report = report();

        assertThat(Reports.counts(report)).containsOnly(Map.entry("initial-population", 1));
        assertThat(Reports.strata(report)).contains(Map.entry("Reims", 1));
        assertThat(sum.subjects()).isEqualTo(3);
    }

    private void add(int id, @Nullable Object isMember, @Nullable Object place) {
        var patient = new Patient();
        patient.setId("Patient/" + id);
        var results = new HashMap<String, ExpressionResult>();
        results.put("Patient", new ExpressionResult(patient, new HashSet<>()));
        results.put("Initial Population", new ExpressionResult(isMember, new HashSet<>()));
        results.put("Place", new ExpressionResult(place, new HashSet<>()));
        scorer.add("Patient/" + id, results);
    }

    private MeasureReport report() {
        scorer.finish();
        return sum.finish();
    }
}
