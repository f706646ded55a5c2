package fr.respop.server.measure;

import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import fr.respop.server.fhir.Refusal;
import fr.respop.server.fhir.ServerTask;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;

/**
 * The note that measures are to be evaluated in the background, and what came of it.
 *
 * <p>Its inputs are the parameters of the operation. It is {@code requested} while it waits, {@code in-progress} while a
 * server is at it, then {@code completed} with references to the stored reports, {@code failed} with an OperationOutcome,
 * or {@code cancelled}. It names residents and Groups in words, not in references, which would keep them from being
 * deleted.
 */
record EvaluationTask(Task task) {

    private static final String CODE = "measure-evaluation";
    private static final String OPERATION = "operation";
    private static final String MEASURE = "measure";
    private static final String PERIOD_START = "period-start";
    private static final String PERIOD_END = "period-end";
    private static final String SUBJECT = "subject";
    private static final String PRACTITIONER = "practitioner";
    private static final String REPORT_TYPE = "report-type";
    private static final List<String> REQUEST =
            List.of(OPERATION, MEASURE, PERIOD_START, PERIOD_END, SUBJECT, PRACTITIONER, REPORT_TYPE);

    private static final String TIMES_BEGUN = "times-begun";
    private static final String VISITED = "residents-visited";
    private static final String TOTAL = "residents-in-all";
    private static final String REPORT = "measure-report";
    private static final String FAILURE = "failure";
    private static final String FAILURE_STATUS = "failure-status";
    private static final String OUTCOME_ID = "failure";
    private static final int NOT_FOUND = 404;
    private static final int UNPROCESSABLE = 422;

    private static final DateTimeFormatter TO_THE_MILLISECOND =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSXXX");

    /** Finds those that wait or that a server is at, the oldest first. */
    static final String OPEN = ServerTask.open(CODE);

    static EvaluationTask ask(AskedEvaluation asked, Instant now) {
        var task = ServerTask.ask(CODE, now);
        var request = asked.request();
        ServerTask.addInput(task, OPERATION, new CodeType(asked.operation().code()));
        asked.measureNames().forEach(name -> ServerTask.addInput(task, MEASURE, new CanonicalType(name)));
        ServerTask.addInput(task, PERIOD_START, dateTime(request.period().start()));
        ServerTask.addInput(task, PERIOD_END, dateTime(request.period().end()));
        request.subject().ifPresent(subject -> ServerTask.addInput(task, SUBJECT, new StringType(subject.getValue())));
        request.practitioner()
                .ifPresent(practitioner ->
                        ServerTask.addInput(task, PRACTITIONER, new StringType(practitioner.getValue())));
        ServerTask.addInput(task, REPORT_TYPE, new CodeType(request.reportType().code()));
        return new EvaluationTask(task);
    }

    private static DateTimeType dateTime(ZonedDateTime time) {
        return new DateTimeType(TO_THE_MILLISECOND.format(time));
    }

    /** Whether a Task asks for evaluations at all. */
    boolean isEvaluation() {
        return ServerTask.is(task, CODE);
    }

    String id() {
        return task.getIdElement().getIdPart();
    }

    boolean isWaiting() {
        return task.getStatus() == TaskStatus.REQUESTED;
    }

    boolean isCancelled() {
        return task.getStatus() == TaskStatus.CANCELLED;
    }

    boolean isCompleted() {
        return task.getStatus() == TaskStatus.COMPLETED;
    }

    boolean isOpen() {
        return isWaiting() || task.getStatus() == TaskStatus.INPROGRESS;
    }

    /** Whether the answer of the other Task would be that of this one. */
    boolean asksTheSameAs(EvaluationTask other) {
        return asked().equals(other.asked());
    }

    private List<List<String>> asked() {
        return REQUEST.stream().map(code -> texts(task, code).toList()).toList();
    }

    /** @throws Refusal if a client wrote the Task and named no operation */
    EvaluationOperation operation() {
        return EvaluationOperation.of(text(OPERATION))
                .orElseThrow(() -> Refusal.unprocessable(
                        IssueType.REQUIRED,
                        "Task.input",
                        "An evaluation needs an input operation: evaluate-measure or evaluate."));
    }

    /**
     * The canonicals of the measures, or {@code Measure/<id>}.
     *
     * @throws Refusal if a client wrote the Task and named no measure
     */
    List<String> measures() {
        var measures = texts(task, MEASURE).toList();
        if (measures.isEmpty()) {
            throw Refusal.unprocessable(
                    IssueType.REQUIRED, "Task.input", "An evaluation needs an input measure, a canonical.");
        }
        return measures;
    }

    /** What is asked of the measures, refused as the operation refuses it. */
    EvaluateMeasureRequest request(ZoneId zone) {
        return EvaluateMeasureRequest.of(
                text(PERIOD_START), text(PERIOD_END), text(SUBJECT), text(PRACTITIONER), text(REPORT_TYPE), zone);
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
        return new Progress(number(VISITED), number(TOTAL));
    }

    EvaluationTask began(Instant now) {
        task.setStatus(TaskStatus.INPROGRESS);
        task.getExecutionPeriod().setStartElement(ServerTask.dateTime(now));
        set(TIMES_BEGUN, timesBegun() + 1);
        return progressed(Progress.NONE);
    }

    EvaluationTask progressed(Progress progress) {
        set(VISITED, progress.done());
        set(TOTAL, progress.total());
        return this;
    }

    /** A server that stops leaves it to the next. */
    EvaluationTask givenBack() {
        task.setStatus(TaskStatus.REQUESTED);
        task.setExecutionPeriod(null);
        set(TIMES_BEGUN, timesBegun() - 1);
        return this;
    }

    EvaluationTask completed(List<MeasureReport> reports, Instant now) {
        reports.forEach(report -> ServerTask.addOutput(
                task,
                REPORT,
                new Reference(report.fhirType() + "/" + report.getIdElement().getIdPart())));
        return closed(TaskStatus.COMPLETED, now);
    }

    EvaluationTask cancelled(Instant now) {
        return closed(TaskStatus.CANCELLED, now);
    }

    /** What is no longer there is an unprocessable request: a status 404 would say that there is no such evaluation. */
    EvaluationTask failed(BaseServerResponseException failure, Instant now) {
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

    private EvaluationTask closed(TaskStatus status, Instant now) {
        task.setStatus(status);
        task.getExecutionPeriod().setEndElement(ServerTask.dateTime(now));
        return this;
    }

    /** The ids of the reports, in the order of the measures. */
    List<String> reports() {
        return ServerTask.outputs(task, REPORT)
                .filter(Reference.class::isInstance)
                .map(report -> ((Reference) report).getReferenceElement().getIdPart())
                .toList();
    }

    /** Why it failed. */
    Refusal failure() {
        var issue = task.getContained().stream()
                .filter(OperationOutcome.class::isInstance)
                .map(outcome -> ((OperationOutcome) outcome).getIssueFirstRep())
                .findFirst()
                .orElseThrow(() -> Refusal.unprocessable(
                        IssueType.PROCESSING, "", "The evaluation failed, and its Task does not say why. Ask again."));
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

    private @Nullable String text(String code) {
        return texts(task, code).findFirst().orElse(null);
    }

    private static Stream<String> texts(Task task, String code) {
        return ServerTask.inputs(task, code).filter(Type::isPrimitive).map(Base::primitiveValue);
    }
}
