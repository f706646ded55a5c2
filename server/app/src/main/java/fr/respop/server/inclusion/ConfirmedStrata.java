package fr.respop.server.inclusion;

import fr.respop.server.fhir.LocalStore;
import fr.respop.server.fhir.programme.Programme;
import fr.respop.server.fhir.programme.StratumAssessment;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.RiskAssessment;
import org.hl7.fhir.r4.model.RiskAssessment.RiskAssessmentStatus;
import org.springframework.stereotype.Component;

/** Finds the strata that a general practitioner has confirmed. */
@Component
class ConfirmedStrata {

    private final LocalStore store;

    ConfirmedStrata(LocalStore store) {
        this.store = store;
    }

    /** The assessments of a resident in a programme, from the oldest to the newest. */
    List<StratumAssessment> history(String patientId, Programme programme) {
        var assessments = store.search(RiskAssessment.class, "subject=Patient/" + patientId).stream()
                .map(Resource.class::cast);
        return StratumAssessment.of(programme, assessments);
    }

    /** The last confirmed one of a history. */
    static Optional<StratumAssessment> lastOf(List<StratumAssessment> history) {
        return history.stream()
                .filter(assessment -> assessment.resource().getStatus() == RiskAssessmentStatus.FINAL)
                .reduce((earlier, later) -> later);
    }
}
