package fr.respop.server.inclusion;

import fr.respop.server.fhir.programme.Programme;
import java.util.Optional;
import java.util.UUID;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentProvisionType;
import org.hl7.fhir.r4.model.Consent.ConsentState;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Reference;

/** The consent of a resident to a programme: a Consent whose provision permits, and has the code of the programme. */
final class ProgrammeConsent {

    private static final String SCOPE = "http://terminology.hl7.org/CodeSystem/consentscope";
    private static final String ACT_CODE = "http://terminology.hl7.org/CodeSystem/v3-ActCode";

    private ProgrammeConsent() {}

    static Consent of(String patientId, Programme programme, DateType day) {
        var patient = new Reference("Patient/" + patientId);
        var consent = new Consent()
                .setStatus(ConsentState.ACTIVE)
                .setScope(new CodeableConcept(new Coding(SCOPE, "treatment", "Treatment")))
                .addCategory(new CodeableConcept(new Coding("http://loinc.org", "59284-0", "Consent")))
                .setPatient(patient)
                .setDateTimeElement(new DateTimeType(day.getValueAsString()))
                .addPerformer(patient.copy())
                .setPolicyRule(new CodeableConcept(new Coding(ACT_CODE, "OPTIN", "opt-in")));
        consent.getProvision().setType(ConsentProvisionType.PERMIT).addCode(new CodeableConcept(programme.coding()));
        consent.setId(UUID.randomUUID().toString());
        return consent;
    }

    static boolean isFor(Consent consent, String programme) {
        return programmeOf(consent).filter(programme::equals).isPresent();
    }

    /**
     * The code of the programme that a Consent is for. One for several is for none: to withdraw from one of them would
     * withdraw from all.
     */
    static Optional<String> programmeOf(Consent consent) {
        if (consent.getProvision().getType() != ConsentProvisionType.PERMIT) {
            return Optional.empty();
        }
        var programmes = consent.getProvision().getCode().stream()
                .flatMap(code -> code.getCoding().stream())
                .filter(coding -> Programme.SYSTEM.equals(coding.getSystem()))
                .map(Coding::getCode)
                .toList();
        return programmes.size() == 1 ? Optional.of(programmes.get(0)) : Optional.empty();
    }
}
