package fr.respop.server.measure;

import fr.respop.server.fhir.LocalStore;
import fr.respop.server.fhir.Refusal;
import fr.respop.server.fhir.background.BackgroundOperation;
import fr.respop.server.fhir.background.BackgroundTask;
import fr.respop.server.fhir.background.RunningTask;
import fr.respop.server.fhir.evaluation.EvaluationProperties;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.hl7.fhir.r4.model.Measure;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;

/** Evaluates stored measures on stored residents, as they are when it begins, and stores the reports. */
@Component
class BackgroundEvaluation implements BackgroundOperation {

    private static final String BY_ID = "Measure/";

    private final EvaluateMeasureService service;
    private final LocalStore store;
    private final EvaluationProperties properties;

    BackgroundEvaluation(EvaluateMeasureService service, LocalStore store, EvaluationProperties properties) {
        this.service = service;
        this.store = store;
        this.properties = properties;
    }

    @Override
    public String code() {
        return EvaluationTask.CODE;
    }

    @Override
    public String whenCancelled() {
        return "Nothing of the evaluation is stored.";
    }

    @Override
    public Consumer<BackgroundTask> carryOut(BackgroundTask work, RunningTask running) {
        var task = new EvaluationTask(work);
        // A Task that a client wrote may lack it: that is found before the evaluation, not after.
        task.operation();
        var request = task.request(properties.timeZone());
        var measures = task.measures().stream().map(this::measure).toList();
        running.expect(service.subjects(measures, request));
        var reports = service.evaluate(measures, request, running);
        reports.forEach(report -> report.setId(UUID.randomUUID().toString()));
        return open -> store(reports, new EvaluationTask(open));
    }

    private Measure measure(String name) {
        return name.startsWith(BY_ID) ? service.stored(name.substring(BY_ID.length())) : service.byCanonical(name);
    }

    private void store(List<MeasureReport> reports, EvaluationTask task) {
        reports.forEach(report -> {
            // Without the version that an attempt before this one may have left.
            report.setId(report.getIdElement().getIdPart());
            store.put(report);
        });
        task.refersTo(reports);
    }

    @Override
    public Resource answer(BackgroundTask work) {
        var task = new EvaluationTask(work);
        var reports = task.reports().stream().map(this::report).toList();
        if (reports.isEmpty()) {
            throw deleted("The Task names no result.");
        }
        return task.operation().answer(reports);
    }

    private MeasureReport report(String id) {
        return store.find(MeasureReport.class, id)
                .orElseThrow(() -> deleted("The result, MeasureReport/" + id + ", was deleted."));
    }

    private static Refusal deleted(String what) {
        return Refusal.of(410, IssueType.DELETED, "", what + " Ask for the evaluation again.");
    }
}
