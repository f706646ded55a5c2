package fr.respop.server.fhir.background;

import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import fr.respop.server.fhir.Refusal;
import fr.respop.server.fhir.ServerTask;
import fr.respop.server.fhir.background.Progress.Counted;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.ParameterComponent;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;

/**
 * The note that something is to be done in the background, and what came of it.
 *
 * <p>Its inputs are the parameters of the operation. It is {@code requested} while it waits, {@code in-progress} while a
 * server is at it, then {@code completed} with the result, {@code failed} with an OperationOutcome, or {@code cancelled}. It
 * names residents and Groups in words, not in references, which would keep them from being deleted.
 */
public record BackgroundTask(Task task) {

    private static final String TIMES_BEGUN = "times-begun";
    private static final String FAILURE = "failure";
    private static final String FAILURE_STATUS = "failure-status";
    private static final String OUTCOME_ID = "failure";
    private static final int NOT_FOUND = 404;
    private static final int UNPROCESSABLE = 422;

    public String id() {
        return task.getIdElement().getIdPart();
    }

    public boolean isWaiting() {
        return task.getStatus() == TaskStatus.REQUESTED;
    }

    boolean isCancelled() {
        return task.getStatus() == TaskStatus.CANCELLED;
    }

    boolean isCompleted() {
        return task.getStatus() == TaskStatus.COMPLETED;
    }

    public boolean isOpen() {
        return isWaiting() || task.getStatus() == TaskStatus.INPROGRESS;
    }

    /** Whether the answer of the other Task would be that of this one. */
    public boolean asksTheSameAs(BackgroundTask other) {
        return asked().equals(other.asked());
    }

    private List<String> asked() {
        var inputs = task.getInput().stream()
                .filter(ParameterComponent::hasValue)
                .map(input -> input.getType().getCodingFirstRep().getCode() + " "
                        + input.getValue().primitiveValue());
        return Stream.concat(Stream.of(task.getCode().getCodingFirstRep().getCode()), inputs)
                .toList();
    }

    /** The text of the first input of a kind. */
    public @Nullable String text(String code) {
        return texts(code).findFirst().orElse(null);
    }

    /** The texts of the inputs of a kind, in their order. */
    public Stream<String> texts(String code) {
        return ServerTask.inputs(task, code).filter(Type::isPrimitive).map(Base::primitiveValue);
    }

    /** When a server last began it; empty while it waits. */
    Optional<Instant> begunAt() {
        return Optional.ofNullable(task.getExecutionPeriod().getStart()).map(Date::toInstant);
    }

    int timesBegun() {
        return (int) number(TIMES_BEGUN);
    }

    /** As it was last noted. */
    Progress progress() {
        var counted = number(Counted.LINES.totalCode()) > 0 ? Counted.LINES : Counted.RESIDENTS;
        return new Progress(number(counted.doneCode()), number(counted.totalCode()), counted);
    }

    BackgroundTask began(Instant now) {
        task.setStatus(TaskStatus.INPROGRESS);
        task.getExecutionPeriod().setStartElement(ServerTask.dateTime(now));
        set(TIMES_BEGUN, timesBegun() + 1);
        return progressed(Progress.NONE);
    }

    BackgroundTask progressed(Progress progress) {
        for (var counted : Counted.values()) {
            ServerTask.removeOutputs(task, List.of(counted.doneCode(), counted.totalCode()));
        }
        set(progress.counted().doneCode(), progress.done());
        set(progress.counted().totalCode(), progress.total());
        return this;
    }

    /** A server that stops leaves it to the next. */
    BackgroundTask givenBack() {
        task.setStatus(TaskStatus.REQUESTED);
        task.setExecutionPeriod(null);
        set(TIMES_BEGUN, timesBegun() - 1);
        return this;
    }

    BackgroundTask completed(Instant now) {
        return closed(TaskStatus.COMPLETED, now);
    }

    BackgroundTask cancelled(Instant now) {
        return closed(TaskStatus.CANCELLED, now);
    }

    /** What is no longer there is an unprocessable request: a status 404 would say that there is no such Task. */
    BackgroundTask failed(BaseServerResponseException failure, Instant now) {
        var status = failure.getStatusCode() == NOT_FOUND ? UNPROCESSABLE : failure.getStatusCode();
        var outcome = (OperationOutcome) failure.getOperationOutcome();
        outcome.setId(OUTCOME_ID);
        task.addContained(outcome);
        task.setStatusReason(
                new CodeableConcept().setText(outcome.getIssueFirstRep().getDiagnostics()));
        ServerTask.addOutput(task, FAILURE, new Reference("#" + OUTCOME_ID));
        ServerTask.addOutput(task, FAILURE_STATUS, new IntegerType(status));
        return closed(TaskStatus.FAILED, now);
    }

    private BackgroundTask closed(TaskStatus status, Instant now) {
        task.setStatus(status);
        task.getExecutionPeriod().setEndElement(ServerTask.dateTime(now));
        return this;
    }

    /** Why it failed. */
    Refusal failure() {
        var issue = task.getContained().stream()
                .filter(OperationOutcome.class::isInstance)
                .map(outcome -> ((OperationOutcome) outcome).getIssueFirstRep())
                .findFirst()
                .orElseThrow(() -> Refusal.unprocessable(
                        IssueType.PROCESSING, "", "It failed, and its Task does not say why. Ask again."));
        var element = issue.hasExpression() ? issue.getExpression().get(0).getValue() : "";
        var status = Math.max(UNPROCESSABLE, (int) number(FAILURE_STATUS));
        return Refusal.of(status, issue.getCode(), element, issue.getDiagnostics());
    }

    private void set(String code, long value) {
        ServerTask.removeOutputs(task, List.of(code));
        ServerTask.addOutput(task, code, new IntegerType(value));
    }

    private long number(String code) {
        return ServerTask.outputs(task, code)
                .filter(IntegerType.class::isInstance)
                .map(value -> ((IntegerType) value).getValue())
                .findFirst()
                .orElse(0);
    }
}
