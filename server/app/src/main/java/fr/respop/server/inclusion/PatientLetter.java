package fr.respop.server.inclusion;

import fr.respop.server.fhir.evaluation.ConceptNames;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Attachment;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.DocumentReference.DocumentReferenceContextComponent;
import org.hl7.fhir.r4.model.Enumerations.DocumentReferenceStatus;
import org.hl7.fhir.r4.model.EpisodeOfCare;
import org.hl7.fhir.r4.model.Patient;
import org.springframework.stereotype.Component;

/** The letter to the resident, in French and in plain words, as a PDF in a DocumentReference; its text is a file. */
@Component
class PatientLetter {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.FRENCH);
    private static final String TEXT = read("lettre-patient.txt");

    private final ConceptNames names;
    private final ParticipantNames participants;

    PatientLetter(ConceptNames names, ParticipantNames participants) {
        this.names = names;
        this.participants = participants;
    }

    DocumentReference write(Beginning beginning, CarePlan plan, EpisodeOfCare episode, ZonedDateTime now) {
        var title =
                "Votre inclusion dans le programme « " + beginning.programme().french() + " »";
        var document = new DocumentReference()
                .setStatus(DocumentReferenceStatus.CURRENT)
                .setType(new CodeableConcept(new Coding("http://loinc.org", "51852-2", "Letter")))
                .setSubject(beginning.patient())
                .setDate(Date.from(now.toInstant()))
                .addAuthor(beginning.request().practitioner().copy());
        document.addContent()
                .setAttachment(new Attachment()
                        .setContentType("application/pdf")
                        .setLanguage("fr")
                        .setTitle(title)
                        .setCreationElement(InclusionWriter.dateTime(now))
                        .setData(LetterPdf.of(title, text(beginning, plan, now.toLocalDate()))));
        document.setContext(new DocumentReferenceContextComponent().addEncounter(InclusionWriter.reference(episode)));
        document.setId(InclusionWriter.newId());
        return document;
    }

    /** The letter's lines: a heading begins with number signs, an item of a list with a hyphen. */
    List<String> text(Beginning beginning, CarePlan plan, LocalDate today) {
        var values = Map.of(
                "programme", beginning.programme().french(),
                "date", DAY.format(today),
                "name", nameOf(beginning.resident()),
                "consent", consentDay(beginning),
                "stratum", names.french(beginning.stratum().coding()),
                "acts", acts(plan, today),
                "team", team(beginning));
        var text = TEXT;
        for (var value : values.entrySet()) {
            text = text.replace("{" + value.getKey() + "}", value.getValue());
        }
        return text.lines().filter(line -> !line.isBlank()).toList();
    }

    /** With the blank before it. */
    private static String nameOf(Patient resident) {
        return resident.hasName() ? " " + resident.getNameFirstRep().getNameAsSingleString() : "";
    }

    /** With the words before it; nothing of a consent that does not tell its day. */
    private static String consentDay(Beginning beginning) {
        var day = beginning.consent().getDateTimeElement().getValueAsString();
        return day == null || day.length() < 10
                ? ""
                : ", donné le " + DAY.format(LocalDate.parse(day.substring(0, 10)));
    }

    private String acts(CarePlan plan, LocalDate today) {
        var acts = PlannedAct.of(plan);
        return acts.isEmpty()
                ? "Rien n'est à prévoir pour le moment."
                : acts.stream().map(act -> "- " + act(act, today)).collect(Collectors.joining("\n"));
    }

    private String act(PlannedAct act, LocalDate today) {
        var when = act.due()
                .filter(day -> day.isAfter(today))
                .map(day -> "avant le " + DAY.format(day))
                .orElse("dès que possible");
        var frequency = act.frequency()
                .map(text -> " (" + text.toLowerCase(Locale.FRENCH) + ")")
                .orElse("");
        return names.french(act.item()) + " : " + when + frequency;
    }

    private String team(Beginning beginning) {
        return beginning.participants().stream()
                .map(participant -> "- " + participants.of(participant))
                .collect(Collectors.joining("\n"));
    }

    private static String read(String name) {
        try (var stream = Objects.requireNonNull(PatientLetter.class.getResourceAsStream(name), name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
