package fr.respop.server.inclusion;

import fr.respop.server.fhir.evaluation.ConceptNames;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.CareTeam.CareTeamParticipantComponent;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Communication.CommunicationStatus;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.EpisodeOfCare;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StringType;
import org.springframework.stereotype.Component;

/**
 * Tells the participants what happened to an inclusion, each in a Communication of their own.
 *
 * <p>A Communication is {@code in-progress} until its recipient has read it and sets it to {@code completed}: GP software
 * finds its own with {@code Communication?recipient=...&status=in-progress}.
 */
@Component
class Messages {

    private static final String CATEGORY = "http://terminology.hl7.org/CodeSystem/communication-category";

    private final ConceptNames names;

    Messages(ConceptNames names) {
        this.names = names;
    }

    /** To each participant the stratum and what is to be done; to the resident the letter. */
    List<Communication> ofInclusion(
            Beginning beginning, CarePlan plan, EpisodeOfCare episode, DocumentReference letter, ZonedDateTime now) {
        var stratum = beginning.stratum().coding();
        var french = "Inclusion dans le programme « " + beginning.programme().french() + " ». "
                + names.french(stratum) + ". À faire : "
                + acts(plan, now.toLocalDate(), names::french, " dès que possible", " avant le ")
                + ".";
        var english = "Included in the programme \"" + beginning.programme().display() + "\". " + names.english(stratum)
                + ". To do: " + acts(plan, now.toLocalDate(), names::english, " as soon as possible", " by ") + ".";
        var all = new ArrayList<Communication>();
        for (var participant : beginning.participants()) {
            all.add(message(participant, episode, now, List.of(french, english), List.of(plan)));
        }
        all.add(message(beginning.patient(), episode, now, List.of(), List.of(letter)));
        return all;
    }

    private static String acts(CarePlan plan, LocalDate today, Function<Coding, String> name, String now, String by) {
        return PlannedAct.of(plan).stream()
                .map(act -> name.apply(act.item())
                        + act.due()
                                .filter(day -> day.isAfter(today))
                                .map(day -> by + day)
                                .orElse(now))
                .collect(Collectors.joining(" ; "));
    }

    /** To each participant that the inclusion is over. */
    List<Communication> ofEnd(
            EpisodeOfCare episode, CareTeam team, EndReason reason, String programme, ZonedDateTime now) {
        var french = "Fin de l'inclusion dans le programme « " + programme + " » : " + reason.french() + ".";
        var english = "End of the inclusion in the programme: " + reason.english() + ".";
        return team.getParticipant().stream()
                .map(CareTeamParticipantComponent::getMember)
                .map(member -> message(member.copy(), episode, now, List.of(french, english), List.of()))
                .toList();
    }

    private static Communication message(
            Reference recipient,
            EpisodeOfCare episode,
            ZonedDateTime now,
            List<String> texts,
            List<? extends Resource> attached) {
        var message = new Communication()
                .setStatus(CommunicationStatus.INPROGRESS)
                .addCategory(new CodeableConcept(new Coding(CATEGORY, "notification", "Notification")))
                .setSubject(episode.getPatient().copy())
                .addAbout(InclusionWriter.reference(episode))
                .addRecipient(recipient)
                .setSent(Date.from(now.toInstant()));
        texts.forEach(text -> message.addPayload().setContent(new StringType(text)));
        attached.forEach(resource -> message.addPayload().setContent(InclusionWriter.reference(resource)));
        message.setId(InclusionWriter.newId());
        return message;
    }
}
