package fr.respop.server.fhir.background;

import ca.uhn.fhir.rest.server.exceptions.ResourceVersionConflictException;
import fr.respop.server.fhir.LocalStore;
import fr.respop.server.fhir.ServerLocks;
import fr.respop.server.fhir.ServerTask;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.Library;
import org.hl7.fhir.r4.model.Measure;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.ValueSet;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.transaction.support.TransactionOperations;

/** The stored {@link BackgroundTask}s, which clients and several servers read and write at the same time. */
final class BackgroundTasks {

    private static final String LOCK = "background-requests";
    private static final int ATTEMPTS = 3;
    private static final List<Class<? extends Resource>> CONTENT =
            List.of(Library.class, Measure.class, ValueSet.class, CodeSystem.class);

    private final Set<String> codes;
    private final LocalStore store;
    private final ServerLocks locks;
    private final TransactionOperations ownTransaction;

    /** @param codes what is done in the background: at least one code of Tasks */
    BackgroundTasks(Set<String> codes, LocalStore store, ServerLocks locks, TransactionOperations ownTransaction) {
        this.codes = Set.copyOf(codes);
        this.store = store;
        this.locks = locks;
        this.ownTransaction = ownTransaction;
    }

    /** Stores a new Task; or finds an open one that asks the same and was begun with the content of now. */
    BackgroundTask submit(BackgroundTask task) {
        return inTransaction(() -> {
            locks.hold(LOCK);
            return findOpen().stream()
                    .filter(open -> open.asksTheSameAs(task) && seesTheContentOfNow(open))
                    .findFirst()
                    .orElseGet(() -> stored(task));
        });
    }

    private boolean seesTheContentOfNow(BackgroundTask open) {
        return open.begunAt()
                .map(begun -> CONTENT.stream().noneMatch(type -> isChangedSince(begun, type)))
                .orElse(true);
    }

    private boolean isChangedSince(Instant begun, Class<? extends Resource> type) {
        return !store.search(type, "_lastUpdated=ge" + begun).isEmpty();
    }

    Optional<BackgroundTask> find(String id) {
        return inTransaction(() -> read(id));
    }

    /** Those that wait or that a server is at, the oldest first. */
    List<BackgroundTask> open() {
        return inTransaction(this::findOpen);
    }

    /**
     * Changes a Task that is open, whoever else writes it at the moment.
     *
     * @param change what it stores beside the Task is stored with it, or not at all
     * @return the stored change; empty if it is closed, or there is none
     */
    Optional<BackgroundTask> change(String id, UnaryOperator<BackgroundTask> change) {
        for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
            try {
                return changeOnce(id, change);
            } catch (ResourceVersionConflictException | ConcurrencyFailureException writtenMeanwhile) {
                // Its last version is read again.
            }
        }
        return changeOnce(id, change);
    }

    private Optional<BackgroundTask> changeOnce(String id, UnaryOperator<BackgroundTask> change) {
        return inTransaction(
                () -> read(id).filter(BackgroundTask::isOpen).map(change).map(this::stored));
    }

    private List<BackgroundTask> findOpen() {
        return store.search(Task.class, ServerTask.open(codes)).stream()
                .map(BackgroundTask::new)
                .toList();
    }

    /** By search, because to read what is not there would spoil the transaction. */
    private Optional<BackgroundTask> read(String id) {
        return store.search(Task.class, "_id=" + id).stream()
                .filter(task -> codes.stream().anyMatch(code -> ServerTask.is(task, code)))
                .map(BackgroundTask::new)
                .findFirst();
    }

    private BackgroundTask stored(BackgroundTask task) {
        store.put(task.task());
        return task;
    }

    private <T> T inTransaction(Supplier<T> work) {
        return Objects.requireNonNull(ownTransaction.execute(transaction -> work.get()));
    }
}
