package fr.respop.server.territory;

import fr.respop.server.fhir.LocalStore;
import fr.respop.server.fhir.Refusal;
import fr.respop.server.fhir.ServerLocks;
import fr.respop.server.territory.TerritoryTransaction.WrittenResident;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Patient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Closes a transaction that changed territories: refuses a second claim on a postal code, brings the residents of the
 * same transaction in line, and leaves a task for all others.
 *
 * <p>Claims are compared just before the commit, under a lock that all servers on the database share and that the commit
 * releases: whoever comes second reads what the first has committed, so two concurrent claims cannot both pass. And
 * because they are compared when all is written, a code can move from one territory to another in one transaction.
 */
final class TerritorySettlement {

    private static final Logger LOG = LoggerFactory.getLogger(TerritorySettlement.class);
    private static final String LOCK = "territories";

    private final CommittedClaims committed;
    private final ResidenceTerritory residence;
    private final LocalStore store;
    private final ServerLocks locks;
    private final Clock clock;
    private final Runnable afterChange;

    /** @param afterChange told when a change of territories is committed */
    TerritorySettlement(
            CommittedClaims committed,
            ResidenceTerritory residence,
            LocalStore store,
            ServerLocks locks,
            Clock clock,
            Runnable afterChange) {
        this.committed = committed;
        this.residence = residence;
        this.store = store;
        this.locks = locks;
        this.clock = clock;
        this.afterChange = afterChange;
    }

    void settle(TerritoryTransaction written) {
        locks.hold(LOCK);
        var claims = claims(written.territories());
        written.settledAs(claims);
        written.residents().forEach(resident -> bringInLine(resident, claims));

        var changedCodes = written.changedPostalCodes();
        if (!changedCodes.isEmpty()) {
            store.put(AssignmentTask.ask(changedCodes, clock.instant()));
        }
    }

    /** Comes after the commit, so that a failure must not look like one of the write. */
    void publish() {
        try {
            committed.refresh();
            afterChange.run();
        } catch (RuntimeException e) {
            LOG.warn("A change of territories is stored and not yet followed; the next round does that", e);
        }
    }

    private Claims claims(Map<String, Optional<Territory>> changes) {
        var claims = new Claims(unchanged(changes));
        for (var change : changes.entrySet()) {
            change.getValue().flatMap(claims::conflictOf).ifPresent(TerritorySettlement::refuse);
            claims = claims.after(Map.of(change.getKey(), change.getValue()));
        }
        return claims;
    }

    private Collection<Territory> unchanged(Map<String, Optional<Territory>> changes) {
        var stored = new LinkedHashMap<String, Territory>();
        committed.read().forEach(territory -> stored.put(territory.id(), territory));
        stored.keySet().removeAll(changes.keySet());
        return stored.values();
    }

    /** Writing a resident again derives the territory again; HAPI keeps the version when nothing changed. */
    private void bringInLine(WrittenResident written, Claims claims) {
        if (!residence.derive(written.resident(), claims).equals(written.territory())) {
            store.find(Patient.class, written.resident().getIdElement().getIdPart())
                    .ifPresent(store::put);
        }
    }

    private static void refuse(Claims.Conflict conflict) {
        throw Refusal.unprocessable(
                IssueType.BUSINESSRULE,
                "Organization.extension.where(url = '" + Territory.POSTAL_CODE + "' and value = '"
                        + conflict.codes().get(0) + "')",
                "Territories share no postal code, and Organization/" + conflict.claimant() + " already claims "
                        + String.join(", ", conflict.codes()) + ". Remove what both claim here, or first there.");
    }
}
