package fr.respop.server.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.respop.server.FhirHttp;
import fr.respop.server.FhirReply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;

/** The evaluations that a test asks for in the background, each by the address that tells how far it has come. */
final class BackgroundEvaluations {

    static final String YEAR = "periodStart=2025-01-01&periodEnd=2025-12-31";
    static final String TERRITORY = "subject=Group/aube-et-sezannais-diabetes";
    static final String PYRAMID = "Measure/DiabetesPyramid/$evaluate-measure?" + TERRITORY + "&" + YEAR;
    /** Reads every record each time: nothing is kept of a report with lists. */
    static final String SLOW = "Measure/Slow/$evaluate-measure?reportType=subject-list&" + YEAR;

    static final Duration LONG = Duration.ofMinutes(3);
    static final Duration SHORT = Duration.ofMillis(50);

    private final FhirHttp fhir;
    private final List<String> accepted = new ArrayList<>();

    BackgroundEvaluations(FhirHttp fhir) {
        this.fhir = fhir;
    }

    /** Makes {@link #SLOW} take some seconds for everybody: a thousand sums a resident. */
    void storeSlowMeasure() {
        if (fhir.get("Measure/Slow").status() != 200) {
            CohortMeasure.store(fhir, "Slow", """
                            define Digits: {0, 1, 2, 3, 4, 5, 6, 7, 8, 9}
                            define "Everybody": Count(from Digits A, Digits B, Digits C return all A + B + C) = 1000""");
        }
    }

    /** Ends those that the test left open. */
    void cancelOpen() {
        accepted.forEach(fhir::delete);
    }

    FhirReply async(String request) {
        return fhir.send(fhir.request(request).header("Prefer", "respond-async"));
    }

    String accept(String request) {
        return statusOf(async(request));
    }

    /** The address that an accepted request was answered with. */
    String statusOf(FhirReply reply) {
        var status = reply.hasStatus(202).header("Content-Location").orElseThrow();
        accepted.add(status);
        return status;
    }

    void awaitProgress(String status) {
        await().atMost(LONG)
                .pollInterval(SHORT)
                .until(() -> fhir.get(status)
                        .hasStatus(202)
                        .header("X-Progress")
                        .orElseThrow()
                        .matches("[1-9].*"));
    }

    FhirReply awaitEnd(String status) {
        return await().atMost(LONG)
                .pollInterval(SHORT.multipliedBy(4))
                .until(() -> fhir.get(status), reply -> reply.status() != 202);
    }

    Bundle result(String status) {
        var bundle = awaitEnd(status).hasStatus(200).as(Bundle.class);
        assertThat(bundle.getType()).isEqualTo(Bundle.BundleType.BATCHRESPONSE);
        assertThat(bundle.getEntry()).hasSize(1);
        return bundle;
    }

    /** Stores the Task of an evaluation as a server may have left it. */
    String stored(Task task) {
        var path = "Task/" + task.getIdElement().getIdPart();
        fhir.put(path, task).isStored();
        return path + "/$evaluation-status";
    }

    Task task(String status) {
        return fhir.get(status.replace("/$evaluation-status", ""))
                .hasStatus(200)
                .as(Task.class);
    }

    /** How many Tasks there are. */
    int tasks() {
        return fhir.get("Task?_summary=count").hasStatus(200).as(Bundle.class).getTotal();
    }

    /** The residents visited when progress was last noted. */
    long lastProgress(String status) {
        return outputs(task(status), "residents-visited").stream()
                .mapToLong(Long::parseLong)
                .findFirst()
                .orElse(0);
    }

    static List<String> outputs(Task task, String code) {
        return task.getOutput().stream()
                .filter(output -> output.getType().getCodingFirstRep().getCode().equals(code))
                .map(Task.TaskOutputComponent::getValue)
                .map(value -> value instanceof Reference reference
                        ? reference.getReference()
                        : ((IntegerType) value).getValueAsString())
                .toList();
    }

    static int count(MeasureReport report) {
        return report.getGroupFirstRep().getPopulationFirstRep().getCount();
    }
}
