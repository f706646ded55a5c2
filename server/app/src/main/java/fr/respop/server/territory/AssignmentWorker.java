package fr.respop.server.territory;

import fr.respop.server.fhir.LocalStore;
import fr.respop.server.fhir.ServerLocks;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.hl7.fhir.r4.model.Task;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Carries out the open {@link AssignmentTask}s, one server at a time.
 *
 * <p>A server that is killed loses its lock with its connection; the next to look, itself after its start or another,
 * finds the task as it was and begins it again.
 */
final class AssignmentWorker {

    private static final Logger LOG = LoggerFactory.getLogger(AssignmentWorker.class);
    private static final String LOCK = "territory-assignment";

    private final LocalStore store;
    private final ServerLocks locks;
    private final CommittedClaims committed;
    private final ResidentVisits visits;
    private final TransactionTemplate ownTransaction;
    private final Clock clock;
    private final Duration settleTime;

    AssignmentWorker(
            LocalStore store,
            ServerLocks locks,
            CommittedClaims committed,
            ResidentVisits visits,
            TransactionTemplate ownTransaction,
            Clock clock,
            Duration settleTime) {
        this.store = store;
        this.locks = locks;
        this.committed = committed;
        this.visits = visits;
        this.ownTransaction = ownTransaction;
        this.clock = clock;
        this.settleTime = settleTime;
    }

    void work() {
        if (!dueTasks().isEmpty()) {
            locks.tryRun(LOCK, () -> dueTasks().forEach(this::carryOut));
        }
    }

    private List<AssignmentTask> dueTasks() {
        var open = ownTransaction.execute(transaction -> store.search(Task.class, AssignmentTask.OPEN));
        return Objects.requireNonNull(open).stream()
                .map(AssignmentTask::new)
                .filter(task -> task.isDue(clock.instant(), settleTime))
                .toList();
    }

    private void carryOut(AssignmentTask task) {
        var began = clock.instant();
        committed.refresh();
        var assignment = visits.visit(task.postalCodes());
        ownTransaction.executeWithoutResult(transaction -> store.put(task.visited(began, settleTime, assignment)));
        if (assignment.changed() > 0 || assignment.refused() > 0) {
            LOG.info(
                    "Territories changed ({} postal codes): {} residents visited, {} assigned anew, {} could not be written",
                    task.postalCodes().size(),
                    assignment.visited(),
                    assignment.changed(),
                    assignment.refused());
        }
    }
}
