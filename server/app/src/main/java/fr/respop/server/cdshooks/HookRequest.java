package fr.respop.server.cdshooks;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;

/**
 * A call of a service, whose data are about one patient and no other.
 *
 * @param hookInstance the call's own number, given by the client
 * @param patientId the logical id of the Patient at the client
 * @param fhirServer the base address of the client's FHIR server, if it has one
 * @param sent the resources of the prefetch, the Patient among them if it was sent
 * @param orders the draft orders that cards are wanted for; none when the service is not about orders
 */
record HookRequest(
        CdsService service,
        UUID hookInstance,
        String patientId,
        Optional<String> fhirServer,
        List<Resource> sent,
        List<Resource> orders) {

    /** The reference of the patient at the client. */
    String patient() {
        return "Patient/" + patientId;
    }

    Optional<Patient> sentPatient() {
        return sent.stream()
                .filter(Patient.class::isInstance)
                .map(Patient.class::cast)
                .findFirst();
    }
}
