package fr.respop.server.fhir;

import ca.uhn.fhir.batch2.api.IJobMaintenanceService;
import ca.uhn.fhir.batch2.maintenance.JobMaintenanceServiceImpl;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Configuration;

/** How soon HAPI's batch jobs (bulk export, re-indexing) take their next step. */
@Configuration(proxyBeanMethods = false)
class BatchJobsConfiguration {

    /** HAPI looks once a minute, and each step of a job waits for a look: the smallest export would take minutes. */
    private static final Duration INTERVAL = Duration.ofSeconds(2);

    @Autowired
    void lookOften(IJobMaintenanceService maintenance) {
        ((JobMaintenanceServiceImpl) maintenance).setScheduledJobFrequencyMillis(INTERVAL.toMillis());
    }
}
