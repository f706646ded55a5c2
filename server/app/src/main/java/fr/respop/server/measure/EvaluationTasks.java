package fr.respop.server.measure;

import ca.uhn.fhir.rest.server.exceptions.ResourceVersionConflictException;
import fr.respop.server.fhir.LocalStore;
import fr.respop.server.fhir.ServerLocks;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.Library;
import org.hl7.fhir.r4.model.Measure;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.ValueSet;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.transaction.support.TransactionOperations;

/** The stored {@link EvaluationTask}s, which clients and several servers read and write at the same time. */
final class EvaluationTasks {

    private static final String LOCK = "measure-evaluation-requests";
    private static final int ATTEMPTS = 3;
    private static final List<Class<? extends Resource>> CONTENT =
            List.of(Library.class, Measure.class, ValueSet.class, CodeSystem.class);

    private final LocalStore store;
    private final ServerLocks locks;
    private final TransactionOperations ownTransaction;
    private final Clock clock;

    EvaluationTasks(LocalStore store, ServerLocks locks, TransactionOperations ownTransaction, Clock clock) {
        this.store = store;
        this.locks = locks;
        this.ownTransaction = ownTransaction;
        this.clock = clock;
    }

    /** Stores a new Task; or finds an open one that asks the same and was begun with the content of now. */
    EvaluationTask submit(AskedEvaluation asked) {
        var task = EvaluationTask.ask(asked, clock.instant());
        return inTransaction(() -> {
            locks.hold(LOCK);
            return findOpen().stream()
                    .filter(open -> open.asksTheSameAs(task) && seesTheContentOfNow(open))
                    .findFirst()
                    .orElseGet(() -> stored(task));
        });
    }

    private boolean seesTheContentOfNow(EvaluationTask open) {
        return open.begunAt()
                .map(begun -> CONTENT.stream().noneMatch(type -> isChangedSince(begun, type)))
                .orElse(true);
    }

    private boolean isChangedSince(Instant begun, Class<? extends Resource> type) {
        return !store.search(type, "_lastUpdated=ge" + begun).isEmpty();
    }

    Optional<EvaluationTask> find(String id) {
        return inTransaction(() -> read(id));
    }

    /** Those that wait or that a server is at, the oldest first. */
    List<EvaluationTask> open() {
        return inTransaction(this::findOpen);
    }

    /**
     * Changes a Task that is open, whoever else writes it at the moment.
     *
     * @return the stored change; empty if it is closed, or there is none
     */
    Optional<EvaluationTask> change(String id, UnaryOperator<EvaluationTask> change) {
        for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
            try {
                return changeOnce(id, change);
            } catch (ResourceVersionConflictException | ConcurrencyFailureException writtenMeanwhile) {
                // Its last version is read again.
            }
        }
        return changeOnce(id, change);
    }

    private Optional<EvaluationTask> changeOnce(String id, UnaryOperator<EvaluationTask> change) {
        return inTransaction(
                () -> read(id).filter(EvaluationTask::isOpen).map(change).map(this::stored));
    }

    /** The change that stores the reports and closes the Task: both are stored, or neither. */
    EvaluationTask completed(EvaluationTask task, List<MeasureReport> reports) {
        reports.forEach(report -> {
            // Without the version that an attempt before this one may have left.
            report.setId(report.getIdElement().getIdPart());
            store.put(report);
        });
        return task.completed(reports, clock.instant());
    }

    private List<EvaluationTask> findOpen() {
        return store.search(Task.class, EvaluationTask.OPEN).stream()
                .map(EvaluationTask::new)
                .toList();
    }

    /** By search, because to read what is not there would spoil the transaction. */
    private Optional<EvaluationTask> read(String id) {
        return store.search(Task.class, "_id=" + id).stream()
                .map(EvaluationTask::new)
                .filter(EvaluationTask::isEvaluation)
                .findFirst();
    }

    private EvaluationTask stored(EvaluationTask task) {
        store.put(task.task());
        return task;
    }

    private <T> T inTransaction(Supplier<T> work) {
        return Objects.requireNonNull(ownTransaction.execute(transaction -> work.get()));
    }
}
