package fr.respop.server.inclusion;

import fr.respop.server.fhir.LocalStore;
import fr.respop.server.fhir.Refusal;
import fr.respop.server.fhir.evaluation.EvaluationProperties;
import fr.respop.server.fhir.programme.Programme;
import java.time.Clock;
import java.time.LocalDate;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentState;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Reference;
import org.springframework.stereotype.Component;

/** Finds the consent under which a resident is included. */
@Component
class Consents {

    private final LocalStore store;
    private final Clock clock;

    Consents(LocalStore store, EvaluationProperties properties) {
        this.store = store;
        this.clock = properties.clock();
    }

    /**
     * The stored consent that a request names, or a new one of the day that it gives.
     *
     * @throws Refusal 422 if there is neither, or none that holds today
     */
    Consent of(String patientId, Programme programme, IncludeRequest request) {
        if (request.consentDate().isPresent()) {
            return given(patientId, programme, request.consentDate().get());
        }
        return stored(
                patientId,
                programme,
                request.consent()
                        .orElseThrow(() -> Refusal.unprocessable(
                                IssueType.REQUIRED,
                                "consent",
                                "Nobody is included without consent: give the day on which the resident consented"
                                        + " (consentDate), or a stored consent (consent=Consent/<id>).")));
    }

    private Consent given(String patientId, Programme programme, DateType day) {
        if (LocalDate.parse(day.getValueAsString()).isAfter(LocalDate.now(clock))) {
            throw Refusal.unprocessable(
                    IssueType.BUSINESSRULE,
                    "consentDate",
                    "A consent of a day to come is none yet: include the resident on that day.");
        }
        return ProgrammeConsent.of(patientId, programme, day);
    }

    private Consent stored(String patientId, Programme programme, Reference reference) {
        return store.find(Consent.class, reference.getReferenceElement().getIdPart())
                .filter(consent -> consent.getStatus() == ConsentState.ACTIVE)
                .filter(consent -> patientId.equals(
                        consent.getPatient().getReferenceElement().getIdPart()))
                .filter(consent -> ProgrammeConsent.isFor(consent, programme.code()))
                .filter(this::lasts)
                .orElseThrow(() -> Refusal.unprocessable(
                        IssueType.BUSINESSRULE,
                        "consent",
                        "It is no active consent of this resident to this programme: Consent.status is active,"
                                + " Consent.patient the resident, and Consent.provision permits, has not ended, and has,"
                                + " of programmes, the one code " + programme.code() + " of " + Programme.SYSTEM
                                + "."));
    }

    private boolean lasts(Consent consent) {
        var period = consent.getProvision().getPeriod();
        return !period.hasEnd() || !period.getEnd().toInstant().isBefore(clock.instant());
    }
}
