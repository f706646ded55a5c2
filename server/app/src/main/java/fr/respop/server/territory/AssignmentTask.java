package fr.respop.server.territory;

import fr.respop.server.fhir.ServerTask;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;

/**
 * The note that residents under some postal codes must get their territory again.
 *
 * <p>It is stored in the transaction that changed the territory, so that no change is forgotten when a server is
 * killed. It is {@code requested} until its residents were visited once, {@code in-progress} until they were visited
 * again when other servers had settled, then {@code completed}.
 */
record AssignmentTask(Task task) {

    private static final String CODE = "territory-assignment";
    private static final String POSTAL_CODE = "postal-code";

    /** Finds those that are not completed, the oldest first. */
    static final String OPEN = ServerTask.open(List.of(CODE));

    static Task ask(Collection<String> postalCodes, Instant now) {
        var task = ServerTask.ask(CODE, now);
        postalCodes.forEach(code -> ServerTask.addInput(task, POSTAL_CODE, new StringType(code)));
        return task;
    }

    List<String> postalCodes() {
        return ServerTask.inputs(task, POSTAL_CODE).map(Base::primitiveValue).toList();
    }

    /** Whether there is something to do now. */
    boolean isDue(Instant now, Duration settleTime) {
        return task.getStatus() == TaskStatus.REQUESTED || isSettled(now, settleTime);
    }

    /** Notes a visit that began at a moment; the visit is the last if all was settled by then. */
    Task visited(Instant began, Duration settleTime, Assignment assignment) {
        task.setStatus(isSettled(began, settleTime) ? TaskStatus.COMPLETED : TaskStatus.INPROGRESS);
        ServerTask.addOutput(task, "residents-visited", new IntegerType(assignment.visited()));
        ServerTask.addOutput(task, "residents-changed", new IntegerType(assignment.changed()));
        ServerTask.addOutput(task, "residents-refused", new IntegerType(assignment.refused()));
        return task;
    }

    private boolean isSettled(Instant moment, Duration settleTime) {
        return !moment.isBefore(task.getAuthoredOn().toInstant().plus(settleTime));
    }
}
