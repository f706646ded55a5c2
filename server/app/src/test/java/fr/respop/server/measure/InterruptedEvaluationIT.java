package fr.respop.server.measure;

import static fr.respop.server.BackgroundRequests.outputs;
import static fr.respop.server.measure.BackgroundEvaluations.SLOW;
import static fr.respop.server.measure.BackgroundEvaluations.YEAR;
import static fr.respop.server.measure.BackgroundEvaluations.count;
import static org.assertj.core.api.Assertions.assertThat;

import fr.respop.server.BackgroundRequests;
import fr.respop.server.DemonstrationTest;
import fr.respop.server.FhirHttp;
import fr.respop.server.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.hl7.fhir.r4.model.Measure;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Background evaluations that something happens to before they end. */
@DemonstrationTest
class InterruptedEvaluationIT {

    private final FhirHttp fhir;
    private final BackgroundRequests evaluations;
    private final JdbcTemplate jdbc;

    @Autowired
    InterruptedEvaluationIT(FhirHttp fhir, JdbcTemplate jdbc) {
        this.fhir = fhir;
        this.evaluations = new BackgroundRequests(fhir);
        this.jdbc = jdbc;
    }

    @BeforeEach
    void storeASlowMeasure() {
        BackgroundEvaluations.storeSlowMeasure(fhir);
    }

    /** One evaluation at a time is carried out: the next test does not wait for those of this one. */
    @AfterEach
    void cancelWhatIsOpen() {
        evaluations.cancelOpen();
    }

    @Test
    void aGroupThatIsDeletedMeanwhileIsAFailureWithItsReason() {
        fhir.put(
                        "Group/short-lived",
                        fhir.get("Group/aube-et-sezannais-diabetes")
                                .body()
                                .replace("\"id\":\"aube-et-sezannais-diabetes\"", "\"id\":\"short-lived\""))
                .isStored();
        var before = evaluations.accept(SLOW);
        var status = evaluations.accept("Measure/DiabetesPyramid/$evaluate-measure?subject=Group/short-lived&" + YEAR);

        fhir.delete("Group/short-lived").hasStatus(200);
        fhir.delete(before).hasStatus(202);

        evaluations.awaitEnd(status).isRefusal(422, IssueType.NOTFOUND, "Group/short-lived");
        var task = evaluations.task(status);
        assertThat(task.getStatus()).isEqualTo(TaskStatus.FAILED);
        assertThat(task.getStatusReason().getText()).contains("Group/short-lived");
    }

    @Test
    void contentThatIsSpoiltMeanwhileIsAFailureWithItsReason() {
        CohortMeasure.store(fhir, "Spoilt", "define \"Everybody\": true");
        var before = evaluations.accept(SLOW);
        var status = evaluations.accept("Measure/Spoilt/$evaluate-measure?" + YEAR);

        CohortMeasure.store(fhir, "Spoilt", "define \"Everybody\": Nonsense");
        fhir.delete(before).hasStatus(202);

        evaluations.awaitEnd(status).isRefusal(422, IssueType.INVALID, "Spoilt", "does not compile");
    }

    /** A server that is killed leaves the Task as it was; its lock is free. */
    @Test
    void carriesOutWhatAKilledServerLeft() {
        var task = evaluations.stored(pyramidTask(1));

        var report = (MeasureReport) evaluations.result(task).getEntryFirstRep().getResource();

        assertThat(count(report)).isEqualTo(886);
        assertThat(outputs(evaluations.task(task), "times-begun")).containsExactly("2");
    }

    @Test
    void givesUpWhatKilledTheServerAgainAndAgain() {
        evaluations.awaitEnd(evaluations.stored(pyramidTask(3))).isRefusal(503, IssueType.TRANSIENT, "begun 3 times");
    }

    @Test
    void aTaskThatSaysTooLittleFails() {
        var task = pyramidTask(0);
        task.getInput()
                .removeIf(input -> input.getType().getCodingFirstRep().getCode().equals("measure"));

        evaluations.awaitEnd(evaluations.stored(task)).isRefusal(422, IssueType.REQUIRED, "input measure");
    }

    @Test
    void connectionsLostInTheMiddleMakeItBeginAgain() throws InterruptedException {
        Assumptions.assumeTrue(TestDatabase.isPostgres(), "H2 in memory is lost with the process only");
        var status = evaluations.accept(SLOW);
        evaluations.awaitProgress(status);

        jdbc.queryForList("select pg_terminate_backend(pid) from pg_stat_activity"
                + " where pid <> pg_backend_pid() and datname = current_database()");
        // The pool tests a connection that was idle for half a second before it hands it out.
        Thread.sleep(2_000);

        assertThat(count((MeasureReport)
                        evaluations.result(status).getEntryFirstRep().getResource()))
                .isEqualTo(3159);
        assertThat(outputs(evaluations.task(status), "times-begun")).containsExactly("2");
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
        return BackgroundRequests.left(EvaluationTask.ask(asked, hourAgo), timesBegun);
    }
}
