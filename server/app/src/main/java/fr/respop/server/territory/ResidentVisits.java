package fr.respop.server.territory;

import fr.respop.server.fhir.LocalStore;
import fr.respop.server.fhir.ResidentAddresses;
import fr.respop.server.fhir.ResidentAddresses.StoredResident;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import org.hl7.fhir.r4.model.Patient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives the residents under some postal codes their territory again, a page in a transaction.
 *
 * <p>A resident that is in line is read and not written, so doing it twice does no more than doing it once.
 */
final class ResidentVisits {

    private static final Logger LOG = LoggerFactory.getLogger(ResidentVisits.class);
    private static final int LOG_EVERY_PAGES = 25;
    private static final int ATTEMPTS = 3;

    private final CommittedClaims committed;
    private final ResidenceTerritory residence;
    private final ResidentAddresses residents;
    private final LocalStore store;
    private final TransactionTemplate ownTransaction;
    private final int pageSize;
    private volatile boolean stopped;

    ResidentVisits(
            CommittedClaims committed,
            ResidenceTerritory residence,
            ResidentAddresses residents,
            LocalStore store,
            TransactionTemplate ownTransaction,
            int pageSize) {
        this.committed = committed;
        this.residence = residence;
        this.residents = residents;
        this.store = store;
        this.ownTransaction = ownTransaction;
        this.pageSize = pageSize;
    }

    /** Ends a visit after the page at hand. */
    void stop() {
        stopped = true;
    }

    /** @throws CancellationException if it was stopped before all were visited */
    Assignment visit(Collection<String> postalCodes) {
        var total = Assignment.NONE;
        var pages = 0;
        for (var postalCode : postalCodes) {
            var page = residents.page(postalCode, 0, pageSize);
            while (!page.isEmpty()) {
                if (stopped) {
                    throw new CancellationException();
                }
                total = total.plus(visitPage(page));
                if (++pages % LOG_EVERY_PAGES == 0) {
                    LOG.info(
                            "Territories changed: {} residents visited, {} assigned anew",
                            total.visited(),
                            total.changed());
                }
                page = residents.page(postalCode, page.get(page.size() - 1).position(), pageSize);
            }
        }
        return total;
    }

    private Assignment visitPage(List<StoredResident> page) {
        try {
            return inTransaction(page);
        } catch (RuntimeException oneOfThemFailed) {
            return page.stream().map(this::visitAlone).reduce(Assignment.NONE, Assignment::plus);
        }
    }

    /** A client may write the resident at the same moment: then it is read again. */
    private Assignment visitAlone(StoredResident resident) {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            try {
                return inTransaction(List.of(resident));
            } catch (RuntimeException e) {
                LOG.debug("A resident could not be written, attempt {}", attempt, e);
            }
        }
        return Assignment.REFUSED;
    }

    private Assignment inTransaction(List<StoredResident> page) {
        return Objects.requireNonNull(ownTransaction.execute(
                transaction -> page.stream().map(this::visitOne).reduce(Assignment.NONE, Assignment::plus)));
    }

    private Assignment visitOne(StoredResident resident) {
        return store.find(Patient.class, resident.id()).map(this::assign).orElse(Assignment.UNCHANGED);
    }

    private Assignment assign(Patient resident) {
        if (ResidenceTerritory.isNoted(resident, residence.derive(resident, committed.get()))) {
            return Assignment.UNCHANGED;
        }
        store.put(resident);
        return Assignment.CHANGED;
    }
}
