package fr.respop.engine.report;

import java.util.List;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.MeasureReport.MeasureReportStatus;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Reference;

/**
 * Says in a report which subjects it does not count although it should.
 *
 * <p>The status of such a report is {@code error}. It contains an OperationOutcome, to which an extension of the report
 * refers, with an issue a subject: an extension with the subject's reference, and the reason in {@code diagnostics}.
 */
final class ReportErrors {

    static final String ERRORS = "https://respop.org/fhir/StructureDefinition/respop-report-errors";
    static final String FAILED_SUBJECT = "https://respop.org/fhir/StructureDefinition/respop-failed-subject";

    private ReportErrors() {}

    static void write(MeasureReport report, List<SubjectFailure> failures) {
        if (failures.isEmpty()) {
            return;
        }
        var outcome = new OperationOutcome();
        outcome.setId("errors");
        for (var failure : failures) {
            var issue = outcome.addIssue()
                    .setSeverity(IssueSeverity.ERROR)
                    .setCode(IssueType.EXCEPTION)
                    .setDiagnostics(failure.reason());
            issue.getDetails().setText(failure.subject() + " is not counted");
            issue.addExtension(FAILED_SUBJECT, new Reference(failure.subject()));
        }
        report.setStatus(MeasureReportStatus.ERROR);
        report.addContained(outcome);
        report.addExtension(ERRORS, new Reference("#errors"));
    }
}
