package fr.respop.server.fhir.programme;

import fr.respop.server.fhir.LocalStore;
import fr.respop.server.fhir.Refusal;
import fr.respop.server.fhir.evaluation.EvaluationProperties;
import java.time.Clock;
import java.time.LocalDate;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.springframework.stereotype.Component;

/** Finds the objections of one resident. */
@Component
public class Objections {

    private final LocalStore store;
    private final Clock clock;

    Objections(LocalStore store, EvaluationProperties properties) {
        this.store = store;
        this.clock = properties.clock();
    }

    /**
     * Refuses what the programme does with nobody who objects.
     *
     * @param patientId the logical id of the Patient
     * @throws Refusal 422 with the objection that holds today
     */
    public void refuse(String patientId) {
        var today = LocalDate.now(clock);
        store
                .search(Consent.class, "patient=Patient/" + patientId + "&" + Objection.SEARCH_PARAMETER + "=deny")
                .stream()
                .filter(objection -> Objection.holds(objection, today))
                .findFirst()
                .ifPresent(objection -> {
                    throw Refusal.unprocessable(
                            IssueType.BUSINESSRULE,
                            "Patient",
                            "The resident objects to the programme: Consent/"
                                    + objection.getIdElement().getIdPart()
                                    + ". When the resident no longer does, set its status to inactive.");
                });
    }
}
