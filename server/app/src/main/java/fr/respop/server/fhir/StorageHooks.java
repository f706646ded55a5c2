package fr.respop.server.fhir;

/**
 * Marks a bean whose HAPI {@code @Hook} methods run on every write to the storage.
 *
 * <p>They run whatever the way in: a single request, a transaction, a bulk import or the server's own loading.
 */
public interface StorageHooks {}
