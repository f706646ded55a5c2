package fr.respop.server.fhir;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Locks in memory, enough for an embedded H2 database: its file belongs to one process. */
final class ProcessLocks implements ServerLocks {

    private static final long PATIENCE_SECONDS = 30;

    private final Map<String, Semaphore> locks = new ConcurrentHashMap<>();

    @Override
    public void hold(String name) {
        var held = ofTransaction();
        if (held.contains(name)) {
            return;
        }
        var lock = lock(name);
        if (!acquire(lock)) {
            throw Refusal.of(
                    503,
                    IssueType.LOCKERROR,
                    "",
                    "Another write holds the lock \"" + name + "\". Send the request again.");
        }
        held.add(name);
    }

    /** The names of the locks that the current transaction holds; it releases them when it is over. */
    @SuppressWarnings("unchecked") // Only this method binds it.
    private Set<String> ofTransaction() {
        var bound = (Set<String>) TransactionSynchronizationManager.getResource(this);
        if (bound != null) {
            return bound;
        }
        var held = new HashSet<String>();
        TransactionSynchronizationManager.bindResource(this, held);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void suspend() {
                TransactionSynchronizationManager.unbindResource(ProcessLocks.this);
            }

            @Override
            public void resume() {
                TransactionSynchronizationManager.bindResource(ProcessLocks.this, held);
            }

            @Override
            public void afterCompletion(int status) {
                TransactionSynchronizationManager.unbindResourceIfPossible(ProcessLocks.this);
                held.forEach(name -> lock(name).release());
            }
        });
        return held;
    }

    @Override
    public boolean tryRun(String name, Runnable work) {
        var lock = lock(name);
        if (!lock.tryAcquire()) {
            return false;
        }
        try {
            work.run();
            return true;
        } finally {
            lock.release();
        }
    }

    private static boolean acquire(Semaphore lock) {
        try {
            return lock.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Semaphore lock(String name) {
        return locks.computeIfAbsent(name, unused -> new Semaphore(1));
    }
}
