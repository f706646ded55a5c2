package fr.respop.server.measure;

import fr.respop.server.fhir.BackgroundWork;
import fr.respop.server.fhir.LocalStore;
import fr.respop.server.fhir.ServerLocks;
import fr.respop.server.fhir.evaluation.EvaluationProperties;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts the parts of background evaluations together. */
@Configuration(proxyBeanMethods = false)
class EvaluationConfiguration {

    @Bean
    EvaluationTasks evaluationTasks(
            LocalStore store,
            ServerLocks locks,
            PlatformTransactionManager transactions,
            EvaluationProperties properties) {
        var ownTransaction = new TransactionTemplate(transactions);
        ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        return new EvaluationTasks(store, locks, ownTransaction, properties.clock());
    }

    @Bean
    EvaluationWorker evaluationWorker(
            EvaluationTasks tasks, EvaluateMeasureService service, ServerLocks locks, EvaluationProperties properties) {
        return new EvaluationWorker(
                tasks,
                new StoredTaskEvaluator(service, properties.timeZone()),
                locks,
                properties.clock(),
                properties.concurrentJobs());
    }

    @Bean
    BackgroundWork evaluationUpkeep(EvaluationWorker worker, EvaluationProperties properties) {
        return new BackgroundWork(
                "evaluations",
                worker::noteProgress,
                worker::work,
                properties.concurrentJobs(),
                worker::stop,
                properties.jobInterval());
    }

    /** After the content, which is installed first of all. */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE + 1)
    ApplicationRunner evaluationStart(EvaluationWorker worker, @Qualifier("evaluationUpkeep") BackgroundWork upkeep) {
        return arguments -> {
            worker.contentIsInstalled();
            upkeep.wake();
        };
    }

    @Bean
    EvaluationJobs evaluationJobs(
            EvaluationTasks tasks,
            EvaluationWorker worker,
            @Qualifier("evaluationUpkeep") BackgroundWork upkeep,
            EvaluationProperties properties) {
        return new EvaluationJobs(tasks, worker, upkeep::wake, properties.clock());
    }
}
