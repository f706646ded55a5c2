package fr.respop.server.inclusion;

import fr.respop.server.fhir.LocalStore;
import fr.respop.server.fhir.ServerLocks;
import fr.respop.server.fhir.programme.Programme;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.EpisodeOfCare;
import org.hl7.fhir.r4.model.EpisodeOfCare.EpisodeOfCareStatus;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Type;
import org.springframework.stereotype.Component;

/** Finds the inclusions of a resident, and lets one writer at a time change them. */
@Component
class Inclusions {

    static final String PROFILE = "https://respop.org/fhir/StructureDefinition/respop-inclusion";
    static final String CHANNEL = "https://respop.org/fhir/StructureDefinition/respop-inclusion-channel";
    static final String CONSENT = "https://respop.org/fhir/StructureDefinition/respop-inclusion-consent";
    static final String END = "https://respop.org/fhir/StructureDefinition/respop-inclusion-end";

    private final LocalStore store;
    private final ServerLocks locks;

    Inclusions(LocalStore store, ServerLocks locks) {
        this.store = store;
        this.locks = locks;
    }

    /** Waits until nobody else changes the inclusions of a resident, up to the end of the current transaction. */
    void hold(String patientId) {
        locks.hold("inclusion of Patient/" + patientId);
    }

    /** Whether an episode of care is the inclusion in some programme. */
    static boolean isOne(EpisodeOfCare episode) {
        return programmeOf(episode).isPresent();
    }

    static Optional<Coding> programmeOf(EpisodeOfCare episode) {
        return Programme.among(episode.getType());
    }

    static Optional<Reference> consentOf(EpisodeOfCare episode) {
        return Optional.ofNullable(episode.getExtensionByUrl(CONSENT))
                .map(Extension::getValue)
                .filter(Reference.class::isInstance)
                .map(Type::copy)
                .map(Reference.class::cast);
    }

    static String patientIdOf(EpisodeOfCare episode) {
        return episode.getPatient().getReferenceElement().getIdPart();
    }

    /** The active plans that a care team follows. */
    List<CarePlan> plansOf(Reference team) {
        return store.search(
                CarePlan.class,
                "status=active&care-team=CareTeam/" + team.getReferenceElement().getIdPart());
    }

    /** The active inclusions of a resident in all programmes. */
    List<EpisodeOfCare> active(String patientId) {
        return active(List.of(patientId));
    }

    /** Those of several residents. */
    List<EpisodeOfCare> active(List<String> patientIds) {
        var patients = patientIds.stream().map(id -> "Patient/" + id).collect(Collectors.joining(","));
        return store.search(EpisodeOfCare.class, "status=active&patient=" + patients).stream()
                // What a search finds may just be about to change: the status decides.
                .filter(episode -> episode.getStatus() == EpisodeOfCareStatus.ACTIVE)
                .filter(Inclusions::isOne)
                .toList();
    }

    Optional<EpisodeOfCare> active(String patientId, String programme) {
        return active(patientId).stream()
                .filter(episode -> programmeOf(episode)
                        .filter(coding -> programme.equals(coding.getCode()))
                        .isPresent())
                .findFirst();
    }
}
