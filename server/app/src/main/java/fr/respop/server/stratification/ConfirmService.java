package fr.respop.server.stratification;

import fr.respop.server.fhir.LocalStore;
import fr.respop.server.fhir.Refusal;
import fr.respop.server.fhir.ServerLocks;
import fr.respop.server.fhir.programme.Programmes;
import fr.respop.server.fhir.programme.StratumAssessment;
import java.util.Objects;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.RiskAssessment;
import org.hl7.fhir.r4.model.RiskAssessment.RiskAssessmentStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes the decision of a practitioner into a proposal; {@link StratumHooks} says whether it may be. */
@Component
class ConfirmService {

    private final LocalStore store;
    private final ServerLocks locks;
    private final Programmes programmes;
    private final TransactionTemplate transaction;

    ConfirmService(
            LocalStore store, ServerLocks locks, Programmes programmes, PlatformTransactionManager transactions) {
        this.store = store;
        this.locks = locks;
        this.programmes = programmes;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Decides.
     *
     * @throws Refusal 404 if there is no such proposal; 409 if it was decided or withdrawn before; 422 if the practitioner
     *     may not decide, or the stratum is none of the programme
     */
    RiskAssessment decide(String id, ConfirmRequest request) {
        // Read in no transaction: one would go on seeing this version.
        var patient = proposal(id).getSubject().getReference();
        return Objects.requireNonNull(transaction.execute(status -> {
            // Waits for a stratification, or another decision, of the same resident.
            locks.hold(StratificationService.LOCK + patient);
            var proposal = proposal(id);
            refuseIfClosed(proposal);
            decide(proposal, request);
            store.put(proposal);
            return proposal(id);
        }));
    }

    private RiskAssessment proposal(String id) {
        return store.find(RiskAssessment.class, id)
                .filter(StratumAssessment::isOne)
                .orElseThrow(() -> Refusal.notFound(
                        "RiskAssessment",
                        "There is no proposed stratum RiskAssessment/" + id
                                + ". Search them with RiskAssessment?subject=Patient/<id>."));
    }

    private static void refuseIfClosed(RiskAssessment proposal) {
        if (proposal.getStatus() != RiskAssessmentStatus.PRELIMINARY) {
            throw Refusal.of(
                    409,
                    IssueType.CONFLICT,
                    "RiskAssessment.status",
                    "The proposal is " + proposal.getStatus().toCode()
                            + " already: it was decided, or another proposal took its place. Read the resident's newest one.");
        }
    }

    private void decide(RiskAssessment proposal, ConfirmRequest request) {
        var assessment = StratumAssessment.of(proposal);
        request.stratum()
                .map(code -> programmes.stratum(assessment.programme(), code, "stratum"))
                .ifPresent(assessment::setStratum);
        var status = request.decision() == ConfirmRequest.Decision.REJECT
                ? RiskAssessmentStatus.CANCELLED
                : RiskAssessmentStatus.FINAL;
        assessment.decide(status, request.practitioner(), request.reason());
    }
}
