package fr.respop.server.notification;

import fr.respop.server.fhir.programme.GapStatus;
import fr.respop.server.fhir.programme.Programme;
import fr.respop.server.fhir.programme.StratumAssessment;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CarePlan.CarePlanActivityComponent;
import org.hl7.fhir.r4.model.CarePlan.CarePlanStatus;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.EpisodeOfCare;
import org.hl7.fhir.r4.model.EpisodeOfCare.EpisodeOfCareStatus;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.RiskAssessment;
import org.hl7.fhir.r4.model.RiskAssessment.RiskAssessmentStatus;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Says which events the write of a resource is: what is true of it now and was not before. */
@Component
class TopicRules {

    private final Predicate<Encounter> isEmergencyAdmission;

    @Autowired
    TopicRules(EmergencyAdmissions emergencyAdmissions) {
        this(emergencyAdmissions::isOne);
    }

    TopicRules(Predicate<Encounter> isEmergencyAdmission) {
        this.isEmergencyAdmission = isEmergencyAdmission;
    }

    /**
     * The events of a write.
     *
     * @param before the version before; null of a new resource
     */
    List<TopicEvent> events(@Nullable Resource before, Resource after) {
        var events = new ArrayList<TopicEvent>();
        if (after instanceof RiskAssessment stratum && StratumAssessment.isOne(stratum)) {
            if (becomes(before, stratum, one -> one.getStatus() == RiskAssessmentStatus.PRELIMINARY)) {
                events.add(event(Topic.STRATUM_PROPOSED, stratum, stratum.getSubject()));
            } else if (becomes(before, stratum, one -> one.getStatus() == RiskAssessmentStatus.FINAL)) {
                events.add(event(Topic.STRATUM_CONFIRMED, stratum, stratum.getSubject()));
            }
        } else if (after instanceof EpisodeOfCare episode) {
            if (becomes(before, episode, TopicRules::isActiveInclusion)) {
                events.add(event(Topic.RESIDENT_INCLUDED, episode, episode.getPatient()));
            }
        } else if (after instanceof CarePlan plan) {
            if (!openGaps(before).containsAll(openGaps(plan))) {
                events.add(event(Topic.GAP_OPENED, plan, plan.getSubject()));
            }
        } else if (after instanceof Encounter encounter && becomes(before, encounter, isEmergencyAdmission)) {
            events.add(event(Topic.EMERGENCY_ADMISSION, encounter, encounter.getSubject()));
        }
        return events;
    }

    @SuppressWarnings("unchecked") // Two versions of one resource are of one class.
    private static <T extends Resource> boolean becomes(@Nullable Resource before, T after, Predicate<T> is) {
        return is.test(after) && (before == null || !is.test((T) before));
    }

    private static boolean isActiveInclusion(EpisodeOfCare episode) {
        return episode.getStatus() == EpisodeOfCareStatus.ACTIVE
                && Programme.among(episode.getType()).isPresent();
    }

    /** The codes of the follow-up items [actes de suivi] that a plan in force shows as overdue. */
    private static Set<String> openGaps(@Nullable Resource resource) {
        if (!(resource instanceof CarePlan plan) || plan.getStatus() != CarePlanStatus.ACTIVE) {
            return Set.of();
        }
        return plan.getActivity().stream()
                .filter(CarePlanActivityComponent::hasDetail)
                .map(CarePlanActivityComponent::getDetail)
                .filter(act -> act.getStatusReason().hasCoding(GapStatus.SYSTEM, GapStatus.OPEN.code()))
                .map(act -> String.valueOf(act.getCode().getCodingFirstRep().getCode()))
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static TopicEvent event(Topic topic, Resource focus, Reference patient) {
        return new TopicEvent(
                topic, String.valueOf(patient.getReferenceElement().getIdPart()), focus);
    }
}
