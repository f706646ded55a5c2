package fr.respop.server.fhir;

/** Locks that all servers on one database share; the end of a transaction, or of its server, releases them. */
public interface ServerLocks {

    /** Waits for the lock and holds it until the current transaction ends. */
    void hold(String name);

    /**
     * Does some work under the lock, unless another thread or server has it.
     *
     * <p>The lock lives in a transaction of its own, the work in none: it makes those that it needs.
     *
     * @return whether the work was done
     */
    boolean tryRun(String name, Runnable work);
}
