package fr.respop.server.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.respop.server.DemonstrationTest;
import fr.respop.server.FhirHttp;
import fr.respop.server.FhirReply;
import fr.respop.server.TestDatabase;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Measure;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@DemonstrationTest
class EvaluateAsyncIT {

    private static final String YEAR = "periodStart=2025-01-01&periodEnd=2025-12-31";
    private static final String TERRITORY = "subject=Group/aube-et-sezannais-diabetes";
    private static final String PYRAMID = "Measure/DiabetesPyramid/$evaluate-measure?" + TERRITORY + "&" + YEAR;
    /** Reads every record each time: nothing is kept of a report with lists. */
    private static final String SLOW = "Measure/Slow/$evaluate-measure?reportType=subject-list&" + YEAR;

    private static final Duration BACKGROUND = Duration.ofMinutes(3);
    private static final Duration SHORT = Duration.ofMillis(50);

    private final FhirHttp fhir;
    private final JdbcTemplate jdbc;
    private final List<String> accepted = new ArrayList<>();

    @Autowired
    EvaluateAsyncIT(FhirHttp fhir, JdbcTemplate jdbc) {
        this.fhir = fhir;
        this.jdbc = jdbc;
    }

    /** Some seconds for everybody: a thousand sums a resident. */
    @BeforeEach
    void storeASlowMeasure() {
        if (fhir.get("Measure/Slow").status() != 200) {
            storeMeasure("Slow", """
                            define Digits: {0, 1, 2, 3, 4, 5, 6, 7, 8, 9}
                            define "Everybody": Count(from Digits A, Digits B, Digits C return all A + B + C) = 1000""");
        }
    }

    /** One evaluation at a time is carried out: the next test does not wait for those of this one. */
    @AfterEach
    void cancelWhatIsOpen() {
        accepted.forEach(fhir::delete);
    }

    @Test
    void isAcceptedThenProgressesThenAnswersTheReport() {
        var reply = async(SLOW).hasStatus(202);
        var status = reply.header("Content-Location").orElseThrow();
        assertThat(reply.as(OperationOutcome.class).getIssueFirstRep().getSeverity())
                .isEqualTo(OperationOutcome.IssueSeverity.INFORMATION);

        await().atMost(BACKGROUND).pollInterval(SHORT).untilAsserted(() -> {
            var open = fhir.get(status).hasStatus(202);
            assertThat(open.header("X-Progress").orElseThrow())
                    .matches("[1-9]\\d? % \\([1-9]\\d* of 3159 residents\\)");
            assertThat(open.header("Retry-After")).isPresent();
        });

        var entry = result(status).getEntryFirstRep();
        assertThat(entry.getResponse().getStatus()).isEqualTo("200 OK");
        assertThat(count((MeasureReport) entry.getResource())).isEqualTo(3159);
        var stored = fhir.get(entry.getResponse().getLocation()).hasStatus(200).as(MeasureReport.class);
        assertThat(count(stored)).isEqualTo(3159);
        var task = task(status);
        assertThat(task.getStatus()).isEqualTo(TaskStatus.COMPLETED);
        assertThat(outputs(task, "measure-report"))
                .containsExactly("MeasureReport/" + stored.getIdElement().getIdPart());
    }

    @Test
    void theReportIsTheOneOfASynchronousRequest() {
        var report = (MeasureReport) result(accept(PYRAMID)).getEntryFirstRep().getResource();

        var synchronous = fhir.get(PYRAMID).hasStatus(200).as(MeasureReport.class);
        assertThat(report.getGroupFirstRep().equalsDeep(synchronous.getGroupFirstRep()))
                .isTrue();
        assertThat(report.getSubject().getReference()).isEqualTo("Group/aube-et-sezannais-diabetes");
        assertThat(count(report)).isEqualTo(886);
    }

    @Test
    void takesParametersByPostAndTheCanonicalAtTypeLevel() {
        var reply = fhir.send(fhir.request("Measure/$evaluate-measure")
                .header("Prefer", "respond-async")
                .header("Content-Type", "application/fhir+json")
                .POST(BodyPublishers.ofString("""
                        {"resourceType":"Parameters","parameter":[
                          {"name":"measure","valueString":"https://respop.org/fhir/Measure/DiabetesPyramid"},
                          {"name":"subject","valueString":"Patient/aube-et-sezannais-000187"},
                          {"name":"periodStart","valueDate":"2025-01-01"},
                          {"name":"periodEnd","valueDate":"2025-12-31"}]}""")));

        var report = (MeasureReport) result(statusOf(reply)).getEntryFirstRep().getResource();
        assertThat(count(report)).isEqualTo(1);
        assertThat(report.getEvaluatedResource()).isNotEmpty();
    }

    @Test
    void severalMeasuresAnswerAsTheOperationDoes() {
        var status = accept("Measure/$evaluate?measureId=DiabetesPyramid&measureId=DiabetesHbA1cFollowUp&" + TERRITORY
                + "&" + YEAR);

        var answer = (Parameters) result(status).getEntryFirstRep().getResource();
        var reports = ((Bundle) answer.getParameter("return").getResource()).getEntry();
        assertThat(reports)
                .extracting(entry -> count((MeasureReport) entry.getResource()))
                .containsExactly(886, 886);
        assertThat(reports)
                .allSatisfy(entry -> fhir.get("MeasureReport/"
                                + entry.getResource().getIdElement().getIdPart())
                        .hasStatus(200));
        assertThat(outputs(task(status), "measure-report")).hasSize(2);
    }

    @Test
    void cancellingStopsTheEvaluationAndStoresNothing() {
        var status = accept(SLOW);
        awaitProgress(status);

        fhir.delete(status).hasStatus(202);

        fhir.get(status).isRefusal(404, IssueType.NOTFOUND, "cancelled");
        fhir.delete(status).isRefusal(404, IssueType.NOTFOUND);
        result(accept("Measure/DiabetesPyramid/$evaluate-measure?subject=Group/haute-saone-diabetes&" + YEAR));
        assertThat(task(status).getStatus()).isEqualTo(TaskStatus.CANCELLED);
        assertThat(outputs(task(status), "measure-report")).isEmpty();
        assertThat(lastProgress(status)).isLessThan(3159);
    }

    @Test
    void aFinishedEvaluationCannotBeCancelled() {
        var status = accept("Measure/DiabetesPyramid/$evaluate-measure?subject=Group/haute-saone-diabetes&" + YEAR);
        result(status);

        fhir.delete(status).isRefusal(404, IssueType.NOTFOUND, "MeasureReports");
        fhir.get(status).hasStatus(200);
    }

    @Test
    void equalRequestsShareAnOpenEvaluationAndOthersWait() {
        var first = accept(SLOW);
        awaitProgress(first);

        assertThat(accept("Measure/$evaluate-measure?measure=https://example.org/Measure/Slow&reportType=subject-list&"
                        + YEAR))
                .isEqualTo(first);
        var waiting = accept(PYRAMID);
        assertThat(waiting).isNotEqualTo(first);
        assertThat(fhir.get(waiting).hasStatus(202).header("X-Progress").orElseThrow())
                .startsWith("waiting");
        assertThat(accept(PYRAMID)).isEqualTo(waiting);

        result(first);
        result(waiting);
        assertThat(accept(PYRAMID)).isNotEqualTo(waiting);
    }

    @Test
    void anEvaluationBegunWithOtherContentIsNotShared() {
        var first = accept(SLOW);
        awaitProgress(first);
        storeMeasure("Other", "define \"Everybody\": true");

        assertThat(accept(SLOW)).isNotEqualTo(first);
    }

    @Test
    void equalSynchronousRequestsAtOneTimeShareOneEvaluation() {
        var threads = Executors.newFixedThreadPool(4);
        var replies = Stream.generate(() -> CompletableFuture.supplyAsync(() -> fhir.get(SLOW), threads))
                .limit(4)
                .toList();

        var reports = replies.stream()
                .map(CompletableFuture::join)
                .map(reply -> reply.hasStatus(200).as(MeasureReport.class))
                .toList();
        threads.shutdown();

        assertThat(reports)
                .extracting(report -> report.getDateElement().getValueAsString())
                .containsOnly(reports.get(0).getDateElement().getValueAsString());
        assertThat(reports).extracting(EvaluateAsyncIT::count).containsOnly(3159);
    }

    @Test
    void moreResidentsThanAClientMayWaitForAreEvaluatedInTheBackgroundOnly() {
        fhir.put("Patient/one-more", """
                        {"resourceType":"Patient","id":"one-more","address":[
                          {"use":"home","postalCode":"10000","country":"FRA"}]}""").isStored();
        try {
            fhir.get("Measure/DiabetesPyramid/$evaluate-measure?" + YEAR)
                    .isRefusal(422, IssueType.TOOCOSTLY, "3160 residents", "3159", "Prefer: respond-async");
            fhir.get("Measure/DiabetesPyramid/$evaluate-measure?subject=Patient/one-more&" + YEAR)
                    .hasStatus(200);

            var report = result(accept("Measure/DiabetesPyramid/$evaluate-measure?" + YEAR))
                    .getEntryFirstRep()
                    .getResource();
            assertThat(count((MeasureReport) report)).isEqualTo(886);
        } finally {
            fhir.delete("Patient/one-more").hasStatus(200);
        }
    }

    @Test
    void whatCanBeRefusedAtOnceIsRefusedAndNothingIsStored() {
        storeMeasure("Uncompilable", "define \"Everybody\": Nonsense");
        var before = tasks();

        async("Measure/Absent/$evaluate-measure?" + YEAR).isRefusal(404, IssueType.NOTFOUND, "Measure/Absent");
        async("Measure/$evaluate?measureId=Absent&" + YEAR).isRefusal(404, IssueType.NOTFOUND, "Measure/Absent");
        async("Measure/DiabetesPyramid/$evaluate-measure?periodStart=2025-01-01")
                .isRefusal(400, IssueType.VALUE, "periodEnd");
        async("Measure/DiabetesPyramid/$evaluate-measure?subject=Group/absent&" + YEAR)
                .isRefusal(404, IssueType.NOTFOUND, "Group/absent");
        async("Measure/DiabetesPyramid/$evaluate-measure?subject=Patient/absent&" + YEAR)
                .isRefusal(404, IssueType.NOTFOUND, "Patient/absent");
        async("Measure/Uncompilable/$evaluate-measure?" + YEAR).isRefusal(422, IssueType.INVALID, "Uncompilable");

        assertThat(tasks()).isEqualTo(before);
    }

    @Test
    void aGroupThatIsDeletedMeanwhileIsAFailureWithItsReason() {
        fhir.put(
                        "Group/short-lived",
                        fhir.get("Group/aube-et-sezannais-diabetes")
                                .body()
                                .replace("\"id\":\"aube-et-sezannais-diabetes\"", "\"id\":\"short-lived\""))
                .isStored();
        var before = accept(SLOW);
        var status = accept("Measure/DiabetesPyramid/$evaluate-measure?subject=Group/short-lived&" + YEAR);

        fhir.delete("Group/short-lived").hasStatus(200);
        fhir.delete(before).hasStatus(202);

        awaitEnd(status).isRefusal(422, IssueType.NOTFOUND, "Group/short-lived");
        var task = task(status);
        assertThat(task.getStatus()).isEqualTo(TaskStatus.FAILED);
        assertThat(task.getStatusReason().getText()).contains("Group/short-lived");
    }

    @Test
    void contentThatIsSpoiltMeanwhileIsAFailureWithItsReason() {
        storeMeasure("Spoilt", "define \"Everybody\": true");
        var before = accept(SLOW);
        var status = accept("Measure/Spoilt/$evaluate-measure?" + YEAR);

        storeMeasure("Spoilt", "define \"Everybody\": Nonsense");
        fhir.delete(before).hasStatus(202);

        awaitEnd(status).isRefusal(422, IssueType.INVALID, "Spoilt", "does not compile");
    }

    /** A server that is killed leaves the Task as it was; its lock is free. */
    @Test
    void carriesOutWhatAKilledServerLeft() {
        var task = stored(pyramidTask(1));

        var report = (MeasureReport) result(task).getEntryFirstRep().getResource();

        assertThat(count(report)).isEqualTo(886);
        assertThat(outputs(task(task), "times-begun")).containsExactly("2");
    }

    @Test
    void givesUpWhatKilledTheServerAgainAndAgain() {
        awaitEnd(stored(pyramidTask(3))).isRefusal(503, IssueType.TRANSIENT, "begun 3 times");
    }

    @Test
    void aTaskThatSaysTooLittleFails() {
        var task = pyramidTask(0);
        task.getInput()
                .removeIf(input -> input.getType().getCodingFirstRep().getCode().equals("measure"));

        awaitEnd(stored(task)).isRefusal(422, IssueType.REQUIRED, "input measure");
    }

    @Test
    void connectionsLostInTheMiddleMakeItBeginAgain() throws InterruptedException {
        Assumptions.assumeTrue(TestDatabase.isPostgres(), "H2 in memory is lost with the process only");
        var status = accept(SLOW);
        awaitProgress(status);

        jdbc.queryForList("select pg_terminate_backend(pid) from pg_stat_activity"
                + " where pid <> pg_backend_pid() and datname = current_database()");
        // The pool tests a connection that was idle for half a second before it hands it out.
        Thread.sleep(2_000);

        assertThat(count((MeasureReport) result(status).getEntryFirstRep().getResource()))
                .isEqualTo(3159);
        assertThat(outputs(task(status), "times-begun")).containsExactly("2");
    }

    @Test
    void anEvaluationThatIsNotThereIsNotFound() {
        fhir.get("Task/absent/$evaluation-status").isRefusal(404, IssueType.NOTFOUND, "Task/absent");
        fhir.get("Task/respop-demonstration/$evaluation-status").isRefusal(404, IssueType.NOTFOUND);
    }

    @Test
    void aReportThatWasDeletedIsGone() {
        var status = accept("Measure/DiabetesPyramid/$evaluate-measure?subject=Group/haute-saone-diabetes&" + YEAR);
        result(status);
        var task = task(status);
        var report = outputs(task, "measure-report").get(0);
        // As long as the Task refers to it, it stays.
        task.getOutput().clear();
        stored(task);

        fhir.delete(report).hasStatus(200);

        fhir.get(status).isRefusal(410, IssueType.DELETED, "Ask for the evaluation again");
    }

    /** A Task in progress; no server holds its lock. */
    private static Task pyramidTask(int timesBegun) {
        var measure = new Measure().setUrl("https://respop.org/fhir/Measure/DiabetesPyramid");
        var asked = new AskedEvaluation(
                EvaluationOperation.EVALUATE_MEASURE,
                List.of(measure),
                EvaluateMeasureRequest.of(
                        "2025-01-01",
                        "2025-12-31",
                        "Group/aube-et-sezannais-diabetes",
                        null,
                        null,
                        ZoneId.of("Europe/Paris")));
        var hourAgo = Instant.now().minus(Duration.ofHours(1));
        var task = EvaluationTask.ask(asked, hourAgo);
        for (int i = 0; i < timesBegun; i++) {
            task.began(hourAgo);
        }
        return task.task();
    }

    private String stored(Task task) {
        var path = "Task/" + task.getIdElement().getIdPart();
        fhir.put(path, task).isStored();
        return path + "/$evaluation-status";
    }

    private FhirReply async(String request) {
        return fhir.send(fhir.request(request).header("Prefer", "respond-async"));
    }

    private String accept(String request) {
        return statusOf(async(request));
    }

    private String statusOf(FhirReply reply) {
        var status = reply.hasStatus(202).header("Content-Location").orElseThrow();
        accepted.add(status);
        return status;
    }

    private void awaitProgress(String status) {
        await().atMost(BACKGROUND)
                .pollInterval(SHORT)
                .until(() -> fhir.get(status)
                        .hasStatus(202)
                        .header("X-Progress")
                        .orElseThrow()
                        .matches("[1-9].*"));
    }

    private FhirReply awaitEnd(String status) {
        return await().atMost(BACKGROUND)
                .pollInterval(SHORT.multipliedBy(4))
                .until(() -> fhir.get(status), reply -> reply.status() != 202);
    }

    private Bundle result(String status) {
        var bundle = awaitEnd(status).hasStatus(200).as(Bundle.class);
        assertThat(bundle.getType()).isEqualTo(Bundle.BundleType.BATCHRESPONSE);
        assertThat(bundle.getEntry()).hasSize(1);
        return bundle;
    }

    private Task task(String status) {
        return fhir.get(status.replace("/$evaluation-status", ""))
                .hasStatus(200)
                .as(Task.class);
    }

    private int tasks() {
        return fhir.get("Task?_summary=count").hasStatus(200).as(Bundle.class).getTotal();
    }

    private long lastProgress(String status) {
        return outputs(task(status), "residents-visited").stream()
                .mapToLong(Long::parseLong)
                .findFirst()
                .orElse(0);
    }

    private static List<String> outputs(Task task, String code) {
        return task.getOutput().stream()
                .filter(output -> output.getType().getCodingFirstRep().getCode().equals(code))
                .map(Task.TaskOutputComponent::getValue)
                .map(value -> value instanceof Reference reference
                        ? reference.getReference()
                        : ((IntegerType) value).getValueAsString())
                .toList();
    }

    private static int count(MeasureReport report) {
        return report.getGroupFirstRep().getPopulationFirstRep().getCount();
    }

    private void storeMeasure(String name, String definitions) {
        var cql = "library " + name + " version '1' using FHIR version '4.0.1' context Patient\n" + definitions;
        var url = "https://example.org/";
        fhir.put("Library/" + name, """
                        {"resourceType":"Library","id":"%1$s","url":"%2$sLibrary/%1$s","version":"1","name":"%1$s","status":"active",
                         "type":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/library-type","code":"logic-library"}]},
                         "content":[{"contentType":"text/cql","data":"%3$s"}]}""".formatted(name, url, base64(cql))).isStored();
        fhir.put("Measure/" + name, """
                        {"resourceType":"Measure","id":"%1$s","url":"%2$sMeasure/%1$s","version":"1","name":"%1$s","status":"active",
                         "library":["%2$sLibrary/%1$s"],
                         "scoring":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/measure-scoring","code":"cohort"}]},
                         "group":[{"population":[{"code":{"coding":[{
                           "system":"http://terminology.hl7.org/CodeSystem/measure-population","code":"initial-population"}]},
                           "criteria":{"language":"text/cql-identifier","expression":"Everybody"}}]}]}""".formatted(name, url)).isStored();
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
