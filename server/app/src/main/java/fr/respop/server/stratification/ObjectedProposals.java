package fr.respop.server.stratification;

import fr.respop.server.fhir.LocalStore;
import fr.respop.server.fhir.ServerLocks;
import fr.respop.server.fhir.programme.ObjectionFollower;
import fr.respop.server.fhir.programme.StratumAssessment;
import org.hl7.fhir.r4.model.RiskAssessment;
import org.springframework.stereotype.Component;

/** Withdraws the open proposals of who objects. */
@Component
class ObjectedProposals implements ObjectionFollower {

    private static final String REASON = "Opposition de la personne · Objection of the resident";

    private final LocalStore store;
    private final ServerLocks locks;

    ObjectedProposals(LocalStore store, ServerLocks locks) {
        this.store = store;
        this.locks = locks;
    }

    @Override
    public void objected(String patientId) {
        var resident = "Patient/" + patientId;
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
