package fr.respop.server.measure;

import java.util.List;
import org.hl7.fhir.r4.model.Measure;

/**
 * Measures to evaluate, as a client asked for it.
 *
 * @param operation which operation was called
 * @param measures one or more stored measures, in the order of the answer
 * @param request on whom, in which period, and how reported
 */
record AskedEvaluation(EvaluationOperation operation, List<Measure> measures, EvaluateMeasureRequest request) {

    AskedEvaluation {
        measures = List.copyOf(measures);
    }

    /** For each measure its canonical with its version, or {@code Measure/<id>} if it has none. */
    List<String> measureNames() {
        return measures.stream().map(AskedEvaluation::nameOf).toList();
    }

    private static String nameOf(Measure measure) {
        if (!measure.hasUrl()) {
            return "Measure/" + measure.getIdElement().getIdPart();
        }
        return measure.hasVersion() ? measure.getUrl() + "|" + measure.getVersion() : measure.getUrl();
    }
}
