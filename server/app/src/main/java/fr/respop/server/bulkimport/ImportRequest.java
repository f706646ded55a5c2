package fr.respop.server.bulkimport;

import fr.respop.server.fhir.Refusal;
import fr.respop.server.fhir.ServerTask;
import fr.respop.server.fhir.background.BackgroundTask;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Type;

/**
 * What is to be imported.
 *
 * @param inputs at least one file
 */
record ImportRequest(List<ImportInput> inputs) {

    static final String CODE = "bulk-import";
    static final String INPUT = "input";
    static final String FORMAT = "inputFormat";
    static final String SOURCE = "inputSource";
    static final String STORAGE = "storageDetail";

    private static final String FILE = "file";
    private static final Set<String> FORMATS =
            Set.of("application/fhir+ndjson", "application/ndjson", "application/x-ndjson", "ndjson");

    ImportRequest {
        inputs = List.copyOf(inputs);
        if (inputs.isEmpty()) {
            throw missing(INPUT, "Name at least one file: an input with the parts type and url.");
        }
    }

    /** @throws Refusal 400 with what is missing or not offered */
    static ImportRequest of(Parameters parameters) {
        var format = value(parameters.getParameterValue(FORMAT));
        if (format.isPresent() && !FORMATS.contains(format.get())) {
            throw Refusal.badRequest(
                    IssueType.NOTSUPPORTED, FORMAT, "Files are read as application/fhir+ndjson: one resource a line.");
        }
        parameters.getParameter().stream()
                .filter(parameter -> STORAGE.equals(parameter.getName()))
                .flatMap(storage -> storage.getPart().stream())
                .filter(part -> !"type".equals(part.getName())
                        || !value(part.getValue()).equals(Optional.of("https")))
                .findFirst()
                .ifPresent(other -> {
                    throw Refusal.badRequest(
                            IssueType.NOTSUPPORTED,
                            STORAGE,
                            "Files are read by HTTP(S), without credentials: leave storageDetail out, or give it the part"
                                    + " type https alone.");
                });
        return new ImportRequest(parameters.getParameter().stream()
                .filter(parameter -> INPUT.equals(parameter.getName()))
                .map(ImportRequest::input)
                .toList());
    }

    private static ImportInput input(ParametersParameterComponent input) {
        return new ImportInput(part(input, "type"), part(input, "url"));
    }

    private static String part(ParametersParameterComponent input, String name) {
        return input.getPart().stream()
                .filter(part -> name.equals(part.getName()))
                .findFirst()
                .flatMap(part -> value(part.getValue()))
                .orElseThrow(() -> missing(INPUT + "." + name, "Each input has the parts type and url."));
    }

    private static Optional<String> value(Type value) {
        return Optional.ofNullable(value).map(Base::primitiveValue).filter(text -> !text.isBlank());
    }

    private static Refusal missing(String element, String cure) {
        return Refusal.badRequest(IssueType.REQUIRED, element, cure);
    }

    /** What a Task asks for; a client may have written it. */
    static ImportRequest of(BackgroundTask task) {
        return new ImportRequest(task.texts(FILE)
                .filter(Objects::nonNull)
                .map(ImportInput::parse)
                .toList());
    }

    Task toTask(Instant now) {
        var task = ServerTask.ask(CODE, now);
        inputs.forEach(input -> ServerTask.addInput(task, FILE, new StringType(input.toString())));
        return task;
    }
}
