package fr.respop.server.notification;

import fr.respop.server.fhir.LocalStore;
import fr.respop.server.fhir.programme.Programme;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.EpisodeOfCare;
import org.hl7.fhir.r4.model.EpisodeOfCare.EpisodeOfCareStatus;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.RiskAssessment;
import org.springframework.stereotype.Component;

/** Finds out to which programmes an event belongs. */
@Component
class EventProgrammes {

    private final LocalStore store;

    EventProgrammes(LocalStore store) {
        this.store = store;
    }

    /** Their codes; none if it is no event of a programme. */
    Set<String> of(TopicEvent event) {
        return codes(event).map(Coding::getCode).collect(Collectors.toSet());
    }

    private Stream<Coding> codes(TopicEvent event) {
        if (event.focus() instanceof RiskAssessment stratum) {
            return Programme.among(List.of(stratum.getCode())).stream();
        }
        if (event.focus() instanceof EpisodeOfCare inclusion) {
            return Programme.among(inclusion.getType()).stream();
        }
        if (event.focus() instanceof CarePlan plan) {
            return strata(plan).flatMap(stratum -> Programme.among(List.of(stratum.getCode())).stream());
        }
        return event.focus() instanceof Encounter stay ? inclusionsAt(stay, event.patientId()) : Stream.of();
    }

    /** The stratum for which a plan was made: the plan of an inclusion refers to it. */
    private Stream<RiskAssessment> strata(CarePlan plan) {
        return plan.getSupportingInfo().stream()
                .map(Reference::getReferenceElement)
                .filter(id -> "RiskAssessment".equals(id.getResourceType()) && id.hasIdPart())
                .flatMap(id -> store.find(RiskAssessment.class, id.getIdPart()).stream());
    }

    private Stream<Coding> inclusionsAt(Encounter stay, String patientId) {
        return store.search(EpisodeOfCare.class, "status=active&patient=Patient/" + patientId).stream()
                .filter(episode -> episode.getStatus() == EpisodeOfCareStatus.ACTIVE)
                .filter(episode -> isDuring(episode, stay))
                .flatMap(episode -> Programme.among(episode.getType()).stream());
    }

    /** Whether the resident was included on the day of the admission: a stay of long ago may be stored today. */
    private static boolean isDuring(EpisodeOfCare episode, Encounter stay) {
        var admitted = day(stay.getPeriod().getStartElement());
        var included = day(episode.getPeriod().getStartElement());
        return admitted.isEmpty() || included.isEmpty() || admitted.get().compareTo(included.get()) >= 0;
    }

    private static Optional<String> day(DateTimeType time) {
        return Optional.ofNullable(time.getValueAsString())
                .filter(text -> text.length() >= 10)
                .map(text -> text.substring(0, 10));
    }
}
