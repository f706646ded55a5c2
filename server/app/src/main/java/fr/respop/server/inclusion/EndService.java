package fr.respop.server.inclusion;

import fr.respop.server.fhir.LocalStore;
import fr.respop.server.fhir.Refusal;
import fr.respop.server.fhir.evaluation.EvaluationProperties;
import fr.respop.server.fhir.programme.Programmes;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentState;
import org.hl7.fhir.r4.model.EpisodeOfCare;
import org.hl7.fhir.r4.model.EpisodeOfCare.EpisodeOfCareStatus;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Ends inclusions: the episode of care, the team and the plan at once, and the consent where it was withdrawn. */
@Component
class EndService {

    private final Programmes programmes;
    private final Inclusions inclusions;
    private final Messages messages;
    private final LocalStore store;
    private final TransactionTemplate transaction;
    private final Clock clock;

    EndService(
            Programmes programmes,
            Inclusions inclusions,
            Messages messages,
            LocalStore store,
            PlatformTransactionManager transactions,
            EvaluationProperties properties) {
        this.programmes = programmes;
        this.inclusions = inclusions;
        this.messages = messages;
        this.store = store;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = properties.clock();
    }

    /**
     * Ends the inclusion of a resident in a programme.
     *
     * @throws Refusal 404 if there is no such resident; 409 if the resident is not included; 422 if there is no such
     *     programme
     */
    Bundle end(String patientId, EndRequest request) {
        var programme = programmes.get(request.programme(), "programme");
        return Objects.requireNonNull(transaction.execute(status -> {
            inclusions.hold(patientId);
            if (store.find(Patient.class, patientId).isEmpty()) {
                throw Refusal.notFound("Patient", "There is no Patient/" + patientId + ".");
            }
            var episode = inclusions
                    .active(patientId, programme.code())
                    .orElseThrow(() -> Refusal.of(
                            409,
                            IssueType.CONFLICT,
                            "programme",
                            "The resident is not included in this programme: there is nothing to end."));
            return IncludeService.collection(end(episode, request.reason()));
        }));
    }

    /**
     * Ends one; in the transaction of the caller, who holds the inclusions of the resident.
     *
     * @param episode active; or, if it is mistaken, as it was just written
     * @return what was stored
     */
    List<Resource> end(EpisodeOfCare episode, EndReason reason) {
        var now = ZonedDateTime.now(clock);
        var changed = new ArrayList<Resource>();
        if (reason == EndReason.WITHDRAWN) {
            withdrawConsent(episode, changed);
        }
        if (reason != EndReason.MISTAKEN) {
            changed.add(finish(episode, reason, now));
        }
        for (var reference : episode.getTeam()) {
            store.find(CareTeam.class, reference.getReferenceElement().getIdPart())
                    .ifPresent(team -> {
                        inclusions.plansOf(reference).forEach(plan -> changed.add(finish(plan, reason, now)));
                        changed.addAll(messages.ofEnd(episode, team, reason, nameOf(episode), now));
                        changed.add(dissolve(team, reason, now));
                    });
        }
        if (reason == EndReason.WITHDRAWN) {
            changed.add(InclusionProvenance.of(episode.getPatient(), List.copyOf(changed), "UPDATE", now));
        }
        changed.forEach(store::put);
        return changed;
    }

    private void withdrawConsent(EpisodeOfCare episode, List<Resource> changed) {
        Inclusions.consentOf(episode)
                .flatMap(reference -> store.find(
                        Consent.class, reference.getReferenceElement().getIdPart()))
                .filter(consent -> consent.getStatus() == ConsentState.ACTIVE)
                .ifPresent(consent -> changed.add(consent.setStatus(ConsentState.INACTIVE)));
    }

    private static EpisodeOfCare finish(EpisodeOfCare episode, EndReason reason, ZonedDateTime now) {
        episode.setStatus(EpisodeOfCareStatus.FINISHED);
        episode.getPeriod().setEndElement(InclusionWriter.dateTime(now));
        episode.addExtension(new Extension(Inclusions.END, reason.coding()));
        return episode;
    }

    private static CarePlan finish(CarePlan plan, EndReason reason, ZonedDateTime now) {
        plan.setStatus(reason.planStatus());
        plan.getPeriod().setEndElement(InclusionWriter.dateTime(now));
        return plan;
    }

    private static CareTeam dissolve(CareTeam team, EndReason reason, ZonedDateTime now) {
        team.setStatus(reason.teamStatus());
        team.getPeriod().setEndElement(InclusionWriter.dateTime(now));
        return team;
    }

    private String nameOf(EpisodeOfCare episode) {
        return Inclusions.programmeOf(episode)
                .map(coding ->
                        programmes.get(coding.getCode(), "EpisodeOfCare.type").french())
                .orElseThrow();
    }
}
