package fr.respop.server.reporting;

import fr.respop.server.fhir.LocalStore;
import fr.respop.server.fhir.Refusal;
import fr.respop.server.fhir.ServerTask;
import fr.respop.server.fhir.background.BackgroundOperation;
import fr.respop.server.fhir.background.BackgroundTask;
import fr.respop.server.fhir.background.RunningTask;
import java.util.function.Consumer;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;

/** Makes the reports of a month again in the background. */
@Component
class BackgroundReporting implements BackgroundOperation {

    private static final String REPORT = "measure-report";

    private final TargetGroups groups;
    private final MonthlyReporter reporter;
    private final LocalStore store;

    BackgroundReporting(TargetGroups groups, MonthlyReporter reporter, LocalStore store) {
        this.groups = groups;
        this.reporter = reporter;
        this.store = store;
    }

    @Override
    public String code() {
        return AskedMonth.CODE;
    }

    @Override
    public String whenCancelled() {
        return "The reports stay as they were.";
    }

    @Override
    public Consumer<BackgroundTask> carryOut(BackgroundTask task, RunningTask running) {
        var asked = AskedMonth.of(task);
        var group = groups.get(asked.groupId());
        running.expect(reporter.residents(group, asked.month()));
        var reports = reporter.make(group, asked.month(), running);
        return open -> {
            reporter.keep(reports, group, asked.month());
            reports.forEach(report -> ServerTask.addOutput(
                    open.task(),
                    REPORT,
                    new Reference("MeasureReport/" + report.getIdElement().getIdPart())));
        };
    }

    @Override
    public Resource answer(BackgroundTask task) {
        return ReportMonthProvider.answer(ServerTask.outputs(task.task(), REPORT)
                .map(report -> report((Reference) report))
                .toList());
    }

    private MeasureReport report(Reference reference) {
        return store.find(MeasureReport.class, reference.getReferenceElement().getIdPart())
                .orElseThrow(() -> Refusal.of(
                        410,
                        IssueType.DELETED,
                        "",
                        "The result, " + reference.getReference() + ", was deleted. Ask for the month again."));
    }
}
