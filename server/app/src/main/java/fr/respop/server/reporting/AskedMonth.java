package fr.respop.server.reporting;

import fr.respop.server.fhir.Refusal;
import fr.respop.server.fhir.ServerTask;
import fr.respop.server.fhir.background.BackgroundTask;
import fr.respop.server.fhir.evaluation.SubjectReference;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Task;
import org.jspecify.annotations.Nullable;

/**
 * A month whose reports are to be made again.
 *
 * @param groupId the logical id of the target population
 */
record AskedMonth(String groupId, YearMonth month) {

    static final String CODE = "monthly-report";

    private static final String SUBJECT = "subject";
    private static final String MONTH = "month";

    /** @throws Refusal 400 if it is no month */
    static AskedMonth of(String groupId, @Nullable String month) {
        if (month == null) {
            throw Refusal.badRequest(IssueType.REQUIRED, MONTH, "Name the month: month=2026-10.");
        }
        return new AskedMonth(groupId, Months.of(MONTH, month));
    }

    /** @throws Refusal if a client wrote the Task and left something out */
    static AskedMonth of(BackgroundTask task) {
        var subject = task.text(SUBJECT);
        if (subject == null) {
            throw Refusal.unprocessable(
                    IssueType.REQUIRED, "Task.input", "A monthly report needs an input subject: Group/<id>.");
        }
        return of(SubjectReference.of(SUBJECT, subject, List.of("Group")).getIdPart(), task.text(MONTH));
    }

    /** The Task that asks for it in the background. */
    Task toTask(Instant now) {
        var task = ServerTask.ask(CODE, now);
        ServerTask.addInput(task, SUBJECT, new StringType("Group/" + groupId));
        ServerTask.addInput(task, MONTH, new DateType(month.toString()));
        return task;
    }
}
