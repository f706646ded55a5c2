package fr.respop.server.fhir;

import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Resource;

/** The server's own way to the stored resources: no HTTP, no client's rights, every storage hook. */
public interface LocalStore {

    /** The current version of a resource; empty if there is none or it is deleted. */
    <T extends Resource> Optional<T> find(Class<T> type, String id);

    /** A version of a resource, the current one or an earlier one; empty if there is none. */
    <T extends Resource> Optional<T> findVersion(Class<T> type, String id, String version);

    /**
     * All resources that match, in no particular order; meant for the few, not for residents.
     *
     * @param query what follows the question mark of a FHIR search, such as {@code url=https://...&version=1}
     */
    <T extends Resource> List<T> search(Class<T> type, String query);

    /** Whether any resource of the type exists. */
    boolean hasAny(Class<? extends Resource> type);

    /** Writes a transaction Bundle, all or nothing, and answers the response Bundle. */
    Bundle transaction(Bundle bundle);

    /**
     * Creates or replaces a resource under its own id.
     *
     * @throws ca.uhn.fhir.rest.server.exceptions.ResourceVersionConflictException if the resource names its version, as one
     *     that was read does, and that is no longer the current one
     */
    void put(Resource resource);
}
