package fr.respop.server.territory;

import fr.respop.server.fhir.BackgroundWork;
import fr.respop.server.fhir.LocalStore;
import fr.respop.server.fhir.ResidentAddresses;
import fr.respop.server.fhir.ServerLocks;
import java.time.Clock;
import java.time.ZoneId;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts the parts of the feature together. */
@Configuration(proxyBeanMethods = false)
class TerritoryConfiguration {

    /** Addresses begin and end on French days. */
    private static final Clock CLOCK = Clock.system(ZoneId.of("Europe/Paris"));

    private static final ResidenceTerritory RESIDENCE = new ResidenceTerritory(CLOCK);

    @Bean
    CommittedClaims committedClaims(LocalStore store, PlatformTransactionManager transactions) {
        return new CommittedClaims(store, newTransaction(transactions));
    }

    /** Keeps this server's view of the territories fresh, and carries out what their changes ask for. */
    @Bean
    BackgroundWork territoryUpkeep(
            CommittedClaims committed,
            ResidentAddresses residents,
            LocalStore store,
            ServerLocks locks,
            PlatformTransactionManager transactions,
            TerritoryProperties properties) {
        var ownTransaction = newTransaction(transactions);
        var visits = new ResidentVisits(committed, RESIDENCE, residents, store, ownTransaction, properties.pageSize());
        var worker =
                new AssignmentWorker(store, locks, committed, visits, ownTransaction, CLOCK, properties.settleTime());
        return new BackgroundWork(
                "territories", committed::refresh, worker::work, 1, visits::stop, properties.refreshInterval());
    }

    @Bean
    TerritoryHooks territoryHooks(
            CommittedClaims committed,
            ResidentAddresses residents,
            LocalStore store,
            ServerLocks locks,
            @Qualifier("territoryUpkeep") BackgroundWork upkeep) {
        var settlement = new TerritorySettlement(committed, RESIDENCE, store, locks, CLOCK, upkeep::wake);
        return new TerritoryHooks(committed, RESIDENCE, new TerritoryTransactions(settlement), residents);
    }

    private static TransactionTemplate newTransaction(PlatformTransactionManager transactions) {
        var template = new TransactionTemplate(transactions);
        template.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        return template;
    }
}
