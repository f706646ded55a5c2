package fr.respop.server.inclusion;

import fr.respop.server.fhir.programme.Programme;
import fr.respop.server.fhir.programme.StratumAssessment;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;

/**
 * What an inclusion begins with, checked.
 *
 * @param resident who is included
 * @param programme in what
 * @param request what was asked
 * @param channel the channel of inclusion
 * @param consent stored already or not
 * @param stratum the confirmed stratum
 */
record Beginning(
        Patient resident,
        Programme programme,
        IncludeRequest request,
        Coding channel,
        Consent consent,
        StratumAssessment stratum) {

    Reference patient() {
        return new Reference("Patient/" + patientId());
    }

    String patientId() {
        return resident.getIdElement().getIdPart();
    }

    /** Who takes part, the general practitioner first. */
    List<Reference> participants() {
        return Stream.concat(
                        Stream.of(request.practitioner()),
                        request.team().stream()
                                .filter(participant -> !participant
                                        .getReference()
                                        .equals(request.practitioner().getReference())))
                .map(Reference::copy)
                .toList();
    }
}
