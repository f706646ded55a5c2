package fr.respop.server.measure;

import fr.respop.engine.MeasureEvaluation;
import fr.respop.engine.PopulationEvaluator;
import fr.respop.engine.ProgressListener;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.hl7.fhir.r4.model.MeasureReport;

/**
 * Measures that are evaluated together, each record being read once.
 *
 * @param evaluations the measures
 * @param places the place of each among all measures that were asked for
 * @param resultKeys for each the name under which the results of residents are kept; empty if those of none are
 */
record EvaluationPass(List<MeasureEvaluation> evaluations, List<Integer> places, List<String> resultKeys) {

    /** All of them, and nothing is kept. */
    static EvaluationPass ofAll(List<MeasureEvaluation> evaluations) {
        return new EvaluationPass(
                evaluations, IntStream.range(0, evaluations.size()).boxed().toList(), List.of());
    }

    /** Those whose results can be kept, and then the others, if there are both. */
    static List<EvaluationPass> of(List<MeasureEvaluation> evaluations, PopulationEvaluator evaluator) {
        var keys = evaluator.resultKeys(evaluations);
        var kept = new EvaluationPass(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        var others = new EvaluationPass(new ArrayList<>(), new ArrayList<>(), List.of());
        for (int place = 0; place < evaluations.size(); place++) {
            var evaluation = evaluations.get(place);
            var key = keys.get(place);
            var pass = key.isPresent() ? kept : others;
            pass.evaluations.add(evaluation);
            pass.places.add(place);
            key.ifPresent(kept.resultKeys::add);
        }
        return List.of(kept, others).stream()
                .filter(pass -> !pass.evaluations.isEmpty())
                .toList();
    }

    /** The evaluations, all of which tell one listener how far they have come. */
    List<MeasureEvaluation> telling(ProgressListener listener) {
        return evaluations.stream()
                .map(evaluation -> evaluation.withProgress(listener))
                .toList();
    }

    /** Puts each report in its place. */
    void place(List<MeasureReport> reports, Map<Integer, MeasureReport> all) {
        for (int i = 0; i < reports.size(); i++) {
            all.put(places.get(i), reports.get(i));
        }
    }
}
