package fr.respop.server.stratification;

import fr.respop.server.fhir.Refusal;
import fr.respop.server.fhir.ServerTask;
import fr.respop.server.fhir.background.BackgroundTask;
import fr.respop.server.fhir.evaluation.SubjectReference;
import java.time.Instant;
import java.util.List;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Task;

/**
 * A Group whose residents are to be stratified.
 *
 * @param groupId its logical id
 * @param isDryRun whether nothing is to be stored
 */
record GroupStratification(String groupId, boolean isDryRun) {

    static final String CODE = "group-stratification";

    private static final String SUBJECT = "subject";
    private static final String DRY_RUN = "dry-run";

    /** @throws Refusal if a client wrote the Task and named no Group */
    static GroupStratification of(BackgroundTask task) {
        var subject = task.text(SUBJECT);
        if (subject == null) {
            throw Refusal.unprocessable(
                    IssueType.REQUIRED, "Task.input", "A stratification needs an input subject: Group/<id>.");
        }
        var group = SubjectReference.of(SUBJECT, subject, List.of("Group"));
        return new GroupStratification(group.getIdPart(), Boolean.parseBoolean(task.text(DRY_RUN)));
    }

    /** The Task that asks for it in the background. */
    Task toTask(Instant now) {
        var task = ServerTask.ask(CODE, now);
        ServerTask.addInput(task, SUBJECT, new StringType(group().getValue()));
        ServerTask.addInput(task, DRY_RUN, new BooleanType(isDryRun));
        return task;
    }

    IdType group() {
        return new IdType("Group", groupId);
    }
}
