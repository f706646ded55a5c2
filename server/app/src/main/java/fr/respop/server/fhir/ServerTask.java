package fr.respop.server.fhir;

import ca.uhn.fhir.model.api.TemporalPrecisionEnum;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.ParameterComponent;
import org.hl7.fhir.r4.model.Task.TaskIntent;
import org.hl7.fhir.r4.model.Task.TaskOutputComponent;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.hl7.fhir.r4.model.Type;

/** What the Tasks of a server's background work have in common: their codes, inputs and outputs. */
public final class ServerTask {

    private static final String SYSTEM = "https://respop.org/fhir/CodeSystem/respop-server-task";

    private ServerTask() {}

    /** A new Task with an id of its own, not stored yet. */
    public static Task ask(String code, Instant now) {
        var task = new Task()
                .setStatus(TaskStatus.REQUESTED)
                .setIntent(TaskIntent.ORDER)
                .setCode(concept(code))
                .setAuthoredOnElement(dateTime(now));
        task.setId(UUID.randomUUID().toString());
        return task;
    }

    /** An instant as a Task notes it, to the millisecond. */
    public static DateTimeType dateTime(Instant instant) {
        return new DateTimeType(Date.from(instant), TemporalPrecisionEnum.MILLI);
    }

    /** The search for the Tasks of some kinds that are not closed, the oldest first. */
    public static String open(Collection<String> codes) {
        var tokens = codes.stream().map(code -> SYSTEM + "|" + code).collect(Collectors.joining(","));
        return "code=" + tokens + "&status=requested,in-progress&_sort=authored-on";
    }

    /** Whether a Task is of a kind. */
    public static boolean is(Task task, String code) {
        return task.getCode().hasCoding(SYSTEM, code);
    }

    public static void addInput(Task task, String code, Type value) {
        task.addInput().setType(concept(code)).setValue(value);
    }

    public static void addOutput(Task task, String code, Type value) {
        task.addOutput().setType(concept(code)).setValue(value);
    }

    /** The values of the inputs of a kind, in their order. */
    public static Stream<Type> inputs(Task task, String code) {
        return task.getInput().stream()
                .filter(input -> input.getType().hasCoding(SYSTEM, code))
                .map(ParameterComponent::getValue);
    }

    /** The values of the outputs of a kind, in their order. */
    public static Stream<Type> outputs(Task task, String code) {
        return task.getOutput().stream().filter(output -> isOf(output, code)).map(TaskOutputComponent::getValue);
    }

    /** Takes out the outputs of some kinds. */
    public static void removeOutputs(Task task, List<String> codes) {
        task.getOutput().removeIf(output -> codes.stream().anyMatch(code -> isOf(output, code)));
    }

    private static boolean isOf(TaskOutputComponent output, String code) {
        return output.getType().hasCoding(SYSTEM, code);
    }

    private static CodeableConcept concept(String code) {
        return new CodeableConcept(new Coding(SYSTEM, code, null));
    }
}
