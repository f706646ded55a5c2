package fr.respop.server.measure;

import java.time.ZoneId;
import java.util.List;
import org.hl7.fhir.r4.model.Measure;
import org.hl7.fhir.r4.model.MeasureReport;

/** Evaluates stored measures on stored residents, as they are when it begins. */
final class StoredTaskEvaluator implements TaskEvaluator {

    private static final String BY_ID = "Measure/";

    private final EvaluateMeasureService service;
    private final ZoneId zone;

    StoredTaskEvaluator(EvaluateMeasureService service, ZoneId zone) {
        this.service = service;
        this.zone = zone;
    }

    @Override
    public List<MeasureReport> evaluate(EvaluationTask task, RunningEvaluation evaluation) {
        // A Task that a client wrote may lack it: that is found before the evaluation, not after.
        task.operation();
        var request = task.request(zone);
        var measures = task.measures().stream().map(this::measure).toList();
        evaluation.expect(service.subjects(measures, request));
        return service.evaluate(measures, request, evaluation);
    }

    private Measure measure(String name) {
        return name.startsWith(BY_ID) ? service.stored(name.substring(BY_ID.length())) : service.byCanonical(name);
    }
}
