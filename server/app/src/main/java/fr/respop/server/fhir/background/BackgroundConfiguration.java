package fr.respop.server.fhir.background;

import fr.respop.server.fhir.BackgroundWork;
import fr.respop.server.fhir.LocalStore;
import fr.respop.server.fhir.ServerLocks;
import fr.respop.server.fhir.evaluation.EvaluationProperties;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts the parts of the background together. */
@Configuration(proxyBeanMethods = false)
class BackgroundConfiguration {

    @Bean
    BackgroundOperations backgroundOperations(List<BackgroundOperation> operations) {
        return new BackgroundOperations(operations);
    }

    @Bean
    BackgroundTasks backgroundTasks(
            BackgroundOperations operations,
            LocalStore store,
            ServerLocks locks,
            PlatformTransactionManager transactions) {
        var ownTransaction = new TransactionTemplate(transactions);
        ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        return new BackgroundTasks(operations.codes(), store, locks, ownTransaction);
    }

    @Bean
    BackgroundWorker backgroundWorker(
            BackgroundTasks tasks,
            BackgroundOperations operations,
            ServerLocks locks,
            EvaluationProperties properties) {
        return new BackgroundWorker(tasks, operations, locks, properties.clock(), properties.concurrentJobs());
    }

    @Bean
    BackgroundWork backgroundUpkeep(BackgroundWorker worker, EvaluationProperties properties) {
        return new BackgroundWork(
                "background",
                worker::noteProgress,
                worker::work,
                properties.concurrentJobs(),
                worker::stop,
                properties.jobInterval());
    }

    /** After the content, which is installed first of all. */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE + 1)
    ApplicationRunner backgroundStart(BackgroundWorker worker, @Qualifier("backgroundUpkeep") BackgroundWork upkeep) {
        return arguments -> {
            worker.contentIsInstalled();
            upkeep.wake();
        };
    }

    @Bean
    BackgroundJobs backgroundJobs(
            BackgroundTasks tasks,
            BackgroundWorker worker,
            @Qualifier("backgroundUpkeep") BackgroundWork upkeep,
            EvaluationProperties properties) {
        return new BackgroundJobs(tasks, worker, upkeep::wake, properties.clock());
    }
}
