package fr.respop.server.stratification;

import static fr.respop.server.BackgroundRequests.LONG;
import static fr.respop.server.BackgroundRequests.SHORT;
import static fr.respop.server.BackgroundRequests.outputs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.respop.server.BackgroundRequests;
import fr.respop.server.DemonstrationTest;
import fr.respop.server.FhirHttp;
import fr.respop.server.FhirReply;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** From a request to stratify a Group in the background to the counts, or to its end without any. */
@DemonstrationTest
class GroupStratifyAsyncIT {

    private static final String POPULATION = "Group/haute-saone-diabetes/$stratify";
    private static final String LARGE_POPULATION = "Group/aube-et-sezannais-diabetes/$stratify?dryRun=true";
    private static final String POSTAL_CODE = "70000";
    private static final String TROYES = "10000";

    private final FhirHttp fhir;
    private final BackgroundRequests requests;
    private final StratifiedTerritory territory;

    @Autowired
    GroupStratifyAsyncIT(FhirHttp fhir) {
        this.fhir = fhir;
        this.requests = new BackgroundRequests(fhir);
        this.territory = new StratifiedTerritory(fhir);
    }

    @AfterEach
    void leaveTheServerAsItWas() {
        requests.cancelOpen();
        territory.resident(POSTAL_CODE);
        territory.delete();
    }

    @Test
    void moreResidentsThanAClientMayWaitForAreStratifiedInTheBackground() {
        var residents = residentsOfTheTargetPopulation();
        territory.resident(TROYES);
        var status = requests.statusOf(async(LARGE_POPULATION));

        await().atMost(LONG)
                .pollInterval(SHORT)
                .untilAsserted(() -> assertThat(fhir.get(status)
                                .hasStatus(202)
                                .header("X-Progress")
                                .orElseThrow())
                        .matches("[1-9]\\d? % \\([1-9]\\d* of 3160 residents\\)"));

        assertThat(counts(status).values().stream().mapToInt(Integer::intValue).sum())
                .isPositive()
                .isEqualTo(residents);
        assertThat(outputs(requests.task(status), "residents-visited")).containsExactly("3160");
    }

    @Test
    void storesTheProposalsAndKeepsTheCounts() {
        var resident = territory.diabetic(POSTAL_CODE);

        var status = requests.statusOf(async(POPULATION));

        assertThat(counts(status)).containsOnly(Map.entry("proposed diabetes-2", 1));
        assertThat(resident.assessments()).hasSize(1);
        assertThat(requests.task(status).getStatus()).isEqualTo(TaskStatus.COMPLETED);
    }

    @Test
    void aDryRunStoresNothing() {
        var resident = territory.diabetic(POSTAL_CODE);

        var status = requests.statusOf(async(POPULATION + "?dryRun=true"));

        assertThat(counts(status)).containsOnly(Map.entry("proposed diabetes-2", 1));
        assertThat(resident.allAssessments()).isEmpty();
    }

    @Test
    void cancellingEndsIt() {
        var status = requests.statusOf(async(LARGE_POPULATION));
        requests.awaitProgress(status);

        var reply = fhir.delete(status).hasStatus(202);

        assertThat(reply.body()).contains("stored until now stay");
        fhir.get(status).isRefusal(404, IssueType.NOTFOUND, "cancelled");
        assertThat(requests.task(status).getStatus()).isEqualTo(TaskStatus.CANCELLED);
        assertThat(requests.task(status).getContained()).isEmpty();
    }

    /** A server that is killed leaves the Task as it was; its lock is free. */
    @Test
    void carriesOutWhatAKilledServerLeft() {
        territory.diabetic(POSTAL_CODE);
        var task = new GroupStratification("haute-saone-diabetes", false)
                .toTask(Instant.now().minus(Duration.ofHours(1)));

        var status = requests.stored(BackgroundRequests.left(task, 1));

        assertThat(counts(status)).containsOnly(Map.entry("proposed diabetes-2", 1));
        assertThat(outputs(requests.task(status), "times-begun")).containsExactly("2");
    }

    @Test
    void whatCanBeRefusedAtOnceIsRefusedAndNothingIsStored() {
        var before = requests.tasks();

        async("Group/absent/$stratify").isRefusal(404, IssueType.NOTFOUND, "Group/absent");

        assertThat(requests.tasks()).isEqualTo(before);
    }

    @Test
    void aTaskThatNamesNoGroupFails() {
        var task = new GroupStratification("haute-saone-diabetes", true).toTask(Instant.now());
        task.setInput(null);

        requests.awaitEnd(requests.stored(task)).isRefusal(422, IssueType.REQUIRED, "input subject");
    }

    private int residentsOfTheTargetPopulation() {
        var today = LocalDate.now(ZoneId.of("Europe/Paris"));
        return fhir.get(
                        "Measure/DiabetesPyramid/$evaluate-measure?subject=Group/aube-et-sezannais-diabetes&periodStart="
                                + today.minusYears(1) + "&periodEnd=" + today)
                .hasStatus(200)
                .as(MeasureReport.class)
                .getGroupFirstRep()
                .getPopulationFirstRep()
                .getCount();
    }

    private Map<String, Integer> counts(String status) {
        return StratifiedResident.counts(
                (Parameters) requests.result(status).getEntryFirstRep().getResource());
    }

    private FhirReply async(String path) {
        return fhir.send(fhir.request(path).header("Prefer", "respond-async").POST(BodyPublishers.noBody()));
    }
}
