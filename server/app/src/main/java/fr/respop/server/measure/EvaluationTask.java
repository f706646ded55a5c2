package fr.respop.server.measure;

import fr.respop.server.fhir.Refusal;
import fr.respop.server.fhir.ServerTask;
import fr.respop.server.fhir.background.BackgroundTask;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Task;

/** The note that measures are to be evaluated in the background, and references to the reports that came of it. */
record EvaluationTask(BackgroundTask work) {

    static final String CODE = "measure-evaluation";

    private static final String OPERATION = "operation";
    private static final String MEASURE = "measure";
    private static final String PERIOD_START = "period-start";
    private static final String PERIOD_END = "period-end";
    private static final String SUBJECT = "subject";
    private static final String PRACTITIONER = "practitioner";
    private static final String REPORT_TYPE = "report-type";
    private static final String REPORT = "measure-report";

    private static final DateTimeFormatter TO_THE_MILLISECOND =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSXXX");

    static Task ask(AskedEvaluation asked, Instant now) {
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
        return task;
    }

    private static DateTimeType dateTime(ZonedDateTime time) {
        return new DateTimeType(TO_THE_MILLISECOND.format(time));
    }

    /** @throws Refusal if a client wrote the Task and named no operation */
    EvaluationOperation operation() {
        return EvaluationOperation.of(work.text(OPERATION))
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
        var measures = work.texts(MEASURE).toList();
        if (measures.isEmpty()) {
            throw Refusal.unprocessable(
                    IssueType.REQUIRED, "Task.input", "An evaluation needs an input measure, a canonical.");
        }
        return measures;
    }

    /** What is asked of the measures, refused as the operation refuses it. */
    EvaluateMeasureRequest request(ZoneId zone) {
        return EvaluateMeasureRequest.of(
                work.text(PERIOD_START),
                work.text(PERIOD_END),
                work.text(SUBJECT),
                work.text(PRACTITIONER),
                work.text(REPORT_TYPE),
                zone);
    }

    /** Notes stored reports. */
    void refersTo(List<MeasureReport> reports) {
        reports.forEach(report -> ServerTask.addOutput(
                work.task(),
                REPORT,
                new Reference(report.fhirType() + "/" + report.getIdElement().getIdPart())));
    }

    /** The ids of the reports, in the order of the measures. */
    List<String> reports() {
        return ServerTask.outputs(work.task(), REPORT)
                .filter(Reference.class::isInstance)
                .map(report -> ((Reference) report).getReferenceElement().getIdPart())
                .toList();
    }
}
