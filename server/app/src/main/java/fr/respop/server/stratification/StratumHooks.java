package fr.respop.server.stratification;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.server.storage.TransactionDetails;
import fr.respop.server.fhir.LocalStore;
import fr.respop.server.fhir.StorageHooks;
import fr.respop.server.fhir.ToldOnce;
import fr.respop.server.fhir.evaluation.DueResidents;
import fr.respop.server.fhir.evaluation.EvaluationProperties;
import fr.respop.server.fhir.programme.GeneralPractitioners;
import fr.respop.server.fhir.programme.StratumAssessment;
import java.time.Clock;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.RiskAssessment;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Holds every write of a stratum to the {@link StratumRules}, and records who decided. */
@Component
@Interceptor
public class StratumHooks implements StorageHooks {

    private final StratumRules rules;
    private final LocalStore store;
    private final DueResidents dueResidents;
    private final Clock clock;

    StratumHooks(
            LocalStore store,
            GeneralPractitioners generalPractitioners,
            DueResidents dueResidents,
            EvaluationProperties properties) {
        this.rules = new StratumRules(store, generalPractitioners);
        this.store = store;
        this.dueResidents = dueResidents;
        this.clock = properties.clock();
    }

    @Hook(Pointcut.STORAGE_PRESTORAGE_RESOURCE_CREATED)
    public void beforeCreate(IBaseResource resource) {
        if (isStratum(resource)) {
            rules.checkNew((RiskAssessment) resource);
        }
    }

    @Hook(Pointcut.STORAGE_PRESTORAGE_RESOURCE_UPDATED)
    public void beforeUpdate(@Nullable IBaseResource old, IBaseResource resource) {
        if (!isStratum(resource)) {
            return;
        }
        var stratum = (RiskAssessment) resource;
        if (old instanceof RiskAssessment before && StratumAssessment.isOne(before)) {
            rules.checkChange(before, stratum);
            StratumAssessment.of(stratum).keepComputed(StratumAssessment.of(before));
        } else {
            rules.checkNew(stratum);
        }
    }

    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_CREATED)
    public void created(IBaseResource resource, TransactionDetails transaction) {
        if (isStratum(resource) && isDecided(resource)) {
            var decision = (RiskAssessment) resource;
            record(decision, DecisionProvenance.of(decision, clock.instant()), transaction);
        }
    }

    /** In the transaction of the decision: there is no decision without its provenance. */
    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_UPDATED)
    public void updated(IBaseResource before, IBaseResource after, TransactionDetails transaction) {
        if (isStratum(after) && isStratum(before) && isDecided(after) && !isDecided(before)) {
            var decision = (RiskAssessment) after;
            record(decision, DecisionProvenance.of(decision, (RiskAssessment) before, clock.instant()), transaction);
        }
    }

    private void record(RiskAssessment decision, Provenance provenance, TransactionDetails transaction) {
        if (ToldOnce.isFirst(this, provenance, transaction)) {
            store.put(provenance);
            // What depends on the decision follows soon: the personal plan.
            dueResidents.makeDue(decision.getSubject().getReferenceElement().getIdPart());
        }
    }

    private static boolean isStratum(@Nullable IBaseResource resource) {
        return resource instanceof RiskAssessment assessment && StratumAssessment.isOne(assessment);
    }

    private static boolean isDecided(IBaseResource stratum) {
        return StratumAssessment.of((RiskAssessment) stratum).isDecided();
    }
}
