package fr.respop.server.bulkimport;

import fr.respop.server.fhir.Refusal;
import fr.respop.server.fhir.ServerTask;
import fr.respop.server.fhir.background.BackgroundOperation;
import fr.respop.server.fhir.background.BackgroundTask;
import fr.respop.server.fhir.background.RunningTask;
import java.util.function.Consumer;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;

/** Imports files in the background; the Task keeps the report. */
@Component
class BackgroundImport implements BackgroundOperation {

    private static final String RESULT = "result";

    private final ImportService service;

    BackgroundImport(ImportService service) {
        this.service = service;
    }

    @Override
    public String code() {
        return ImportRequest.CODE;
    }

    @Override
    public String whenCancelled() {
        return "What was stored until now stays; to import the same files again does no harm.";
    }

    @Override
    public Consumer<BackgroundTask> carryOut(BackgroundTask task, RunningTask running) {
        running.expectLines(0);
        var report = service.load(ImportRequest.of(task), running).toParameters();
        report.setId(RESULT);
        return open -> {
            open.task().addContained(report);
            ServerTask.addOutput(open.task(), RESULT, new Reference("#" + RESULT));
        };
    }

    @Override
    public Resource answer(BackgroundTask task) {
        var report = task.task().getContained().stream()
                .filter(Parameters.class::isInstance)
                .findFirst()
                .orElseThrow(() -> Refusal.of(
                        410,
                        IssueType.DELETED,
                        "",
                        "The Task holds no report. Import the files again: it does no harm."));
        report.setId((String) null);
        return report;
    }
}
