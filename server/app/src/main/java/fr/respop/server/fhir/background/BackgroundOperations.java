package fr.respop.server.fhir.background;

import fr.respop.server.fhir.ServerTask;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** All that is done in the background, by the codes of Tasks. */
final class BackgroundOperations {

    private final List<BackgroundOperation> operations;

    BackgroundOperations(List<BackgroundOperation> operations) {
        this.operations = List.copyOf(operations);
    }

    Set<String> codes() {
        return operations.stream().map(BackgroundOperation::code).collect(Collectors.toUnmodifiableSet());
    }

    /** What a Task asks for: one of those of {@link #codes}. */
    BackgroundOperation of(BackgroundTask task) {
        return operations.stream()
                .filter(operation -> ServerTask.is(task.task(), operation.code()))
                .findFirst()
                .orElseThrow();
    }
}
