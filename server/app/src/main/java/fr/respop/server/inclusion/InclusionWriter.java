package fr.respop.server.inclusion;

import ca.uhn.fhir.model.api.TemporalPrecisionEnum;
import fr.respop.server.fhir.evaluation.ConceptNames;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.TimeZone;
import java.util.UUID;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.CareTeam.CareTeamStatus;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.EpisodeOfCare;
import org.hl7.fhir.r4.model.EpisodeOfCare.EpisodeOfCareStatus;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;

/** Writes down an inclusion: everything that is stored, in the order in which one refers to the other. */
@Component
class InclusionWriter {

    private static final String TERRITORY = "https://respop.org/fhir/StructureDefinition/respop-residence-territory";

    private final ConceptNames names;
    private final Messages messages;
    private final PatientLetter letter;

    InclusionWriter(ConceptNames names, Messages messages, PatientLetter letter) {
        this.names = names;
        this.messages = messages;
        this.letter = letter;
    }

    /**
     * All resources of an inclusion.
     *
     * @param plan the resident's plan, as the strategy of the stratum gives it
     * @param now the moment of the inclusion, in the time zone in which its day is told
     */
    List<Resource> write(Beginning beginning, CarePlan plan, ZonedDateTime now) {
        var team = team(beginning, now);
        var episode = episode(beginning, team, now);
        complete(plan, beginning, team, now);
        var document = letter.write(beginning, plan, episode, now);
        var resources = new ArrayList<Resource>(List.of(beginning.consent(), team, episode, plan, document));
        resources.addAll(messages.ofInclusion(beginning, plan, episode, document, now));
        resources.add(InclusionProvenance.of(beginning.request().practitioner(), resources, "CREATE", now));
        return resources;
    }

    private CareTeam team(Beginning beginning, ZonedDateTime now) {
        var team = new CareTeam()
                .setStatus(CareTeamStatus.ACTIVE)
                .setName(beginning.programme().french())
                .setSubject(beginning.patient())
                .setPeriod(since(now));
        beginning
                .participants()
                .forEach(member -> team.addParticipant().setMember(member).setPeriod(since(now)));
        team.setId(newId());
        return team;
    }

    private static EpisodeOfCare episode(Beginning beginning, CareTeam team, ZonedDateTime now) {
        var episode = new EpisodeOfCare()
                .setStatus(EpisodeOfCareStatus.ACTIVE)
                .addType(new CodeableConcept(beginning.programme().coding()))
                .setPatient(beginning.patient())
                .setPeriod(since(now))
                .setCareManager(beginning.request().practitioner().copy())
                .addTeam(reference(team));
        territory(beginning).ifPresent(episode::setManagingOrganization);
        episode.addExtension(new Extension(Inclusions.CHANNEL, beginning.channel()));
        episode.addExtension(new Extension(Inclusions.CONSENT, reference(beginning.consent())));
        episode.getMeta().addProfile(Inclusions.PROFILE);
        episode.setId(newId());
        return episode;
    }

    private static Optional<Reference> territory(Beginning beginning) {
        return Optional.ofNullable(beginning.resident().getExtensionByUrl(TERRITORY))
                .map(extension -> (Reference) extension.getValue().copy());
    }

    private void complete(CarePlan plan, Beginning beginning, CareTeam team, ZonedDateTime now) {
        plan.setTitle(names.of(beginning.stratum().coding()))
                .setPeriod(since(now))
                .setCreatedElement(dateTime(now))
                .addCareTeam(reference(team));
        plan.setId(newId());
    }

    static Reference reference(Resource resource) {
        return new Reference(resource.fhirType() + "/" + resource.getIdElement().getIdPart());
    }

    static String newId() {
        return UUID.randomUUID().toString();
    }

    private static Period since(ZonedDateTime now) {
        return new Period().setStartElement(dateTime(now));
    }

    static DateTimeType dateTime(ZonedDateTime time) {
        return new DateTimeType(
                Date.from(time.toInstant()), TemporalPrecisionEnum.SECOND, TimeZone.getTimeZone(time.getZone()));
    }
}
