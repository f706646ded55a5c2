package fr.respop.server.territory;

import fr.respop.server.fhir.LocalStore;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.hl7.fhir.r4.model.Organization;
import org.springframework.transaction.support.TransactionTemplate;

/** The claims of all stored territories, in memory: what a resident's write looks up costs no query. */
final class CommittedClaims {

    private static final String ALL_TERRITORIES = "type=" + Territory.TYPE_SYSTEM + "|" + Territory.TYPE_CODE;

    private final LocalStore store;
    private final TransactionTemplate ownTransaction;
    private volatile Claims claims = Claims.NONE;

    /** @param ownTransaction always a new one, so that nothing is seen that may yet be rolled back */
    CommittedClaims(LocalStore store, TransactionTemplate ownTransaction) {
        this.store = store;
        this.ownTransaction = ownTransaction;
    }

    Claims get() {
        return claims;
    }

    /** Reads them again; the later of two concurrent calls has the last word. */
    synchronized void refresh() {
        claims = Objects.requireNonNull(ownTransaction.execute(transaction -> new Claims(read())));
    }

    /** The active territories as the current transaction sees them. */
    List<Territory> read() {
        return store.search(Organization.class, ALL_TERRITORIES).stream()
                .map(Territory::claimedBy)
                .flatMap(Optional::stream)
                .toList();
    }
}
