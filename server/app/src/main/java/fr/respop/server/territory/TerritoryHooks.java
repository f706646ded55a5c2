package fr.respop.server.territory;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import fr.respop.server.fhir.ResidentAddresses;
import fr.respop.server.fhir.StorageHooks;
import java.util.Optional;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Patient;
import org.jspecify.annotations.Nullable;

/** Notes the territory on every resident that is written, and watches the territories themselves. */
@Interceptor
public final class TerritoryHooks implements StorageHooks {

    private final CommittedClaims committed;
    private final ResidenceTerritory residence;
    private final TerritoryTransactions transactions;
    private final ResidentAddresses residents;

    TerritoryHooks(
            CommittedClaims committed,
            ResidenceTerritory residence,
            TerritoryTransactions transactions,
            ResidentAddresses residents) {
        this.committed = committed;
        this.residence = residence;
        this.transactions = transactions;
        this.residents = residents;
    }

    @Hook(Pointcut.STORAGE_PRESTORAGE_RESOURCE_CREATED)
    public void beforeCreate(IBaseResource resource) {
        written(null, resource);
    }

    @Hook(Pointcut.STORAGE_PRESTORAGE_RESOURCE_UPDATED)
    public void beforeUpdate(@Nullable IBaseResource old, IBaseResource resource) {
        written(old, resource);
    }

    @Hook(Pointcut.STORAGE_PRESTORAGE_RESOURCE_DELETED)
    public void beforeDelete(IBaseResource resource) {
        if (resource instanceof Organization organization && Territory.isTerritory(organization)) {
            var id = organization.getIdElement().getIdPart();
            residents.unlinkFromTerritory(id);
            territoryWritten(id, Territory.claimedBy(organization), Optional.empty());
        }
    }

    private void written(@Nullable IBaseResource old, IBaseResource resource) {
        if (resource instanceof Patient resident) {
            residentWritten(resident);
        } else if (resource instanceof Organization organization) {
            organizationWritten(old instanceof Organization was ? was : new Organization(), organization);
        }
    }

    private void residentWritten(Patient resident) {
        var transaction = transactions.current();
        var territory = residence.derive(resident, transaction.claims(committed));
        ResidenceTerritory.note(resident, territory);
        transaction.residentWritten(resident, territory);
    }

    private void organizationWritten(Organization old, Organization organization) {
        if (Territory.isTerritory(organization)) {
            TerritoryRules.check(organization);
        }
        if (Territory.isTerritory(organization) || Territory.isTerritory(old)) {
            territoryWritten(
                    organization.getIdElement().getIdPart(),
                    Territory.claimedBy(old),
                    Territory.claimedBy(organization));
        }
    }

    /**
     * Residents that the same transaction has handed to HAPI already are not encoded yet when the transaction is a
     * Bundle, so they get their territory in their first version. Those that are get it before the commit.
     */
    private void territoryWritten(String id, Optional<Territory> old, Optional<Territory> now) {
        var transaction = transactions.current();
        transaction.territoryWritten(id, old, now);
        var claims = transaction.claims(committed);
        transaction
                .residents()
                .forEach(written ->
                        ResidenceTerritory.note(written.resident(), residence.derive(written.resident(), claims)));
    }
}
