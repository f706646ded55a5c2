package fr.respop.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.respop.server.fhir.ServerTask;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;

/** What a test asks for in the background, each by the address that tells how far it has come. */
public final class BackgroundRequests {

    public static final Duration LONG = Duration.ofMinutes(3);
    public static final Duration SHORT = Duration.ofMillis(50);

    private final FhirHttp fhir;
    private final List<String> accepted = new ArrayList<>();

    public BackgroundRequests(FhirHttp fhir) {
        this.fhir = fhir;
    }

    /** Ends those that the test left open. */
    public void cancelOpen() {
        accepted.forEach(fhir::delete);
    }

    public FhirReply async(String request) {
        return fhir.send(fhir.request(request).header("Prefer", "respond-async"));
    }

    public String accept(String request) {
        return statusOf(async(request));
    }

    /** The address that an accepted request was answered with. */
    public String statusOf(FhirReply reply) {
        var status = reply.hasStatus(202).header("Content-Location").orElseThrow();
        accepted.add(status);
        return status;
    }

    public void awaitProgress(String status) {
        await().atMost(LONG)
                .pollInterval(SHORT)
                .until(() -> fhir.get(status)
                        .hasStatus(202)
                        .header("X-Progress")
                        .orElseThrow()
                        .matches("[1-9].*"));
    }

    public FhirReply awaitEnd(String status) {
        return await().atMost(LONG)
                .pollInterval(SHORT.multipliedBy(4))
                .until(() -> fhir.get(status), reply -> reply.status() != 202);
    }

    public Bundle result(String status) {
        var bundle = awaitEnd(status).hasStatus(200).as(Bundle.class);
        assertThat(bundle.getType()).isEqualTo(Bundle.BundleType.BATCHRESPONSE);
        assertThat(bundle.getEntry()).hasSize(1);
        return bundle;
    }

    /** Stores a Task as a server may have left it. */
    public String stored(Task task) {
        var path = "Task/" + task.getIdElement().getIdPart();
        fhir.put(path, task).isStored();
        return path + "/$async-status";
    }

    /** Makes a new Task one that a server began and did not end, because it was killed. */
    public static Task left(Task task, int timesBegun) {
        task.setStatus(Task.TaskStatus.INPROGRESS);
        task.getExecutionPeriod().setStart(task.getAuthoredOn());
        ServerTask.addOutput(task, "times-begun", new IntegerType(timesBegun));
        return task;
    }

    public Task task(String status) {
        return fhir.get(status.replace("/$async-status", "")).hasStatus(200).as(Task.class);
    }

    /** How many Tasks there are. */
    public int tasks() {
        return fhir.get("Task?_summary=count").hasStatus(200).as(Bundle.class).getTotal();
    }

    /** The residents visited when progress was last noted. */
    public long lastProgress(String status) {
        return outputs(task(status), "residents-visited").stream()
                .mapToLong(Long::parseLong)
                .findFirst()
                .orElse(0);
    }

    public static List<String> outputs(Task task, String code) {
        return task.getOutput().stream()
                .filter(output -> output.getType().getCodingFirstRep().getCode().equals(code))
                .map(Task.TaskOutputComponent::getValue)
                .map(value -> value instanceof Reference reference
                        ? reference.getReference()
                        : ((IntegerType) value).getValueAsString())
                .toList();
    }
}
