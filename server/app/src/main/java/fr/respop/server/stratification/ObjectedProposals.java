package fr.respop.server.stratification;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.server.storage.TransactionDetails;
import fr.respop.server.fhir.LocalStore;
import fr.respop.server.fhir.ServerLocks;
import fr.respop.server.fhir.StorageHooks;
import fr.respop.server.fhir.ToldOnce;
import fr.respop.server.fhir.evaluation.EvaluationProperties;
import fr.respop.server.fhir.programme.Objection;
import fr.respop.server.fhir.programme.StratumAssessment;
import java.time.Clock;
import java.time.LocalDate;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.RiskAssessment;
import org.springframework.stereotype.Component;

/** Withdraws the open proposals of who objects, in the transaction that stores the objection. */
@Component
@Interceptor
public class ObjectedProposals implements StorageHooks {

    private static final String REASON = "Opposition de la personne · Objection of the resident";

    private final LocalStore store;
    private final ServerLocks locks;
    private final Clock clock;

    ObjectedProposals(LocalStore store, ServerLocks locks, EvaluationProperties properties) {
        this.store = store;
        this.locks = locks;
        this.clock = properties.clock();
    }

    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_CREATED)
    public void created(IBaseResource resource, TransactionDetails transaction) {
        written(resource, transaction);
    }

    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_UPDATED)
    public void updated(IBaseResource before, IBaseResource after, TransactionDetails transaction) {
        written(after, transaction);
    }

    private void written(IBaseResource resource, TransactionDetails transaction) {
        if (Objection.holds((Resource) resource, LocalDate.now(clock))
                && ToldOnce.isFirst(this, resource, transaction)) {
            withdraw("Patient/"
                    + ((Consent) resource).getPatient().getReferenceElement().getIdPart());
        }
    }

    private void withdraw(String resident) {
        locks.hold(StratificationService.LOCK + resident);
        store.search(RiskAssessment.class, "subject=" + resident).stream()
                .filter(StratumAssessment::isOne)
                .map(StratumAssessment::of)
                .filter(StratumAssessment::isOpen)
                .forEach(proposal -> {
                    proposal.withdraw(REASON);
                    store.put(proposal.resource());
                });
    }
}
