package fr.respop.server.fhir;

import ca.uhn.fhir.rest.api.server.storage.TransactionDetails;
import java.util.HashSet;
import java.util.Set;
import org.hl7.fhir.instance.model.api.IBaseResource;

/** HAPI tells twice of what a transaction Bundle writes; what follows from a write follows once. */
public final class ToldOnce {

    private ToldOnce() {}

    /** Whether the hooks are told for the first time in this transaction that a resource is written. */
    public static boolean isFirst(StorageHooks hooks, IBaseResource written, TransactionDetails transaction) {
        var key = hooks.getClass().getName();
        Set<String> told = transaction.getOrCreateUserData(key, HashSet::new);
        return told.add(written.fhirType() + "/" + written.getIdElement().getIdPart());
    }
}
