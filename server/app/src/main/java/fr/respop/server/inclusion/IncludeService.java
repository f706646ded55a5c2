package fr.respop.server.inclusion;

import fr.respop.server.fhir.LocalStore;
import fr.respop.server.fhir.Refusal;
import fr.respop.server.fhir.evaluation.EvaluationProperties;
import fr.respop.server.fhir.programme.Programmes;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Objects;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Includes a resident: one transaction, so that all of it is stored or nothing. */
@Component
class IncludeService {

    private final Programmes programmes;
    private final Inclusions inclusions;
    private final Readiness readiness;
    private final Planner planner;
    private final InclusionWriter writer;
    private final LocalStore store;
    private final TransactionTemplate transaction;
    private final Clock clock;

    IncludeService(
            Programmes programmes,
            Inclusions inclusions,
            Readiness readiness,
            Planner planner,
            InclusionWriter writer,
            LocalStore store,
            PlatformTransactionManager transactions,
            EvaluationProperties properties) {
        this.programmes = programmes;
        this.inclusions = inclusions;
        this.readiness = readiness;
        this.planner = planner;
        this.writer = writer;
        this.store = store;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = properties.clock();
    }

    /**
     * Includes.
     *
     * @throws Refusal 404 if there is no such resident; 403, 409 or 422 as {@link Readiness#check} says
     */
    Bundle include(String patientId, IncludeRequest request) {
        var programme = programmes.get(request.programme(), "programme");
        return Objects.requireNonNull(transaction.execute(status -> {
            // Two inclusions at once, or one during a withdrawal: the later one sees what the earlier one came to.
            inclusions.hold(patientId);
            var beginning = readiness.check(patientId, programme, request);
            var plan = planner.plan(patientId, programme, beginning.stratum(), request.practitioner());
            var stored = writer.write(beginning, plan, ZonedDateTime.now(clock));
            stored.forEach(store::put);
            return collection(stored);
        }));
    }

    static Bundle collection(List<? extends Resource> resources) {
        var bundle = new Bundle().setType(Bundle.BundleType.COLLECTION);
        resources.forEach(resource -> bundle.addEntry().setResource(resource));
        return bundle;
    }
}
