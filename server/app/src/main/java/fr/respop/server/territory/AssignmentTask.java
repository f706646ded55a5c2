package fr.respop.server.territory;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskIntent;
import org.hl7.fhir.r4.model.Task.TaskStatus;

/**
 * The note that residents under some postal codes must get their territory again.
 *
 * <p>It is stored in the transaction that changed the territory, so that no change is forgotten when a server is
 * killed. It is {@code requested} until its residents were visited once, {@code in-progress} until they were visited
 * again when other servers had settled, then {@code completed}.
 */
record AssignmentTask(Task task) {

    private static final String SYSTEM = "https://respop.org/fhir/CodeSystem/respop-server-task";
    private static final String CODE = "territory-assignment";
    private static final String POSTAL_CODE = "postal-code";

    /** Finds those that are not completed, the oldest first. */
    static final String OPEN = "code=" + SYSTEM + "|" + CODE + "&status=requested,in-progress&_sort=authored-on";

    static Task ask(Collection<String> postalCodes, Instant now) {
        var task = new Task()
                .setStatus(TaskStatus.REQUESTED)
                .setIntent(TaskIntent.ORDER)
                .setCode(concept(CODE))
                .setAuthoredOn(Date.from(now));
        task.setId(UUID.randomUUID().toString());
        postalCodes.forEach(
                code -> task.addInput().setType(concept(POSTAL_CODE)).setValue(new StringType(code)));
        return task;
    }

    List<String> postalCodes() {
        return task.getInput().stream()
                .map(input -> input.getValue().primitiveValue())
                .toList();
    }

    /** Whether there is something to do now. */
    boolean isDue(Instant now, Duration settleTime) {
        return task.getStatus() == TaskStatus.REQUESTED || isSettled(now, settleTime);
    }

    /** Notes a visit that began at a moment; the visit is the last if all was settled by then. */
    Task visited(Instant began, Duration settleTime, Assignment assignment) {
        task.setStatus(isSettled(began, settleTime) ? TaskStatus.COMPLETED : TaskStatus.INPROGRESS);
        task.addOutput().setType(concept("residents-visited")).setValue(new IntegerType(assignment.visited()));
        task.addOutput().setType(concept("residents-changed")).setValue(new IntegerType(assignment.changed()));
        task.addOutput().setType(concept("residents-refused")).setValue(new IntegerType(assignment.refused()));
        return task;
    }

    private boolean isSettled(Instant moment, Duration settleTime) {
        return !moment.isBefore(task.getAuthoredOn().toInstant().plus(settleTime));
    }

    private static CodeableConcept concept(String code) {
        return new CodeableConcept(new Coding(SYSTEM, code, null));
    }
}
