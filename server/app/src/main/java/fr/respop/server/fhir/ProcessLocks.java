package fr.respop.server.fhir;

import java.util.Map;
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
        var lock = lock(name);
        if (!acquire(lock)) {
            throw Refusal.of(
                    503,
                    IssueType.LOCKERROR,
                    "",
                    "Another write holds the lock \"" + name + "\". Send the request again.");
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                lock.release();
            }
        });
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
