package fr.respop.server.inclusion;

import fr.respop.server.fhir.LocalStore;
import fr.respop.server.fhir.Refusal;
import fr.respop.server.fhir.programme.GeneralPractitioners;
import fr.respop.server.fhir.programme.Objections;
import fr.respop.server.fhir.programme.Programme;
import fr.respop.server.fhir.programme.StratumAssessment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Patient.PatientLinkComponent;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;

/** Whether everything is there that an inclusion needs; says at once all that is missing. */
@Component
class Readiness {

    private final LocalStore store;
    private final Inclusions inclusions;
    private final InclusionChannels channels;
    private final Consents consents;
    private final ConfirmedStrata confirmedStrata;
    private final GeneralPractitioners generalPractitioners;
    private final Objections objections;

    Readiness(
            LocalStore store,
            Inclusions inclusions,
            InclusionChannels channels,
            Consents consents,
            ConfirmedStrata confirmedStrata,
            GeneralPractitioners generalPractitioners,
            Objections objections) {
        this.store = store;
        this.inclusions = inclusions;
        this.channels = channels;
        this.consents = consents;
        this.confirmedStrata = confirmedStrata;
        this.generalPractitioners = generalPractitioners;
        this.objections = objections;
    }

    /**
     * What an inclusion begins with.
     *
     * @throws Refusal 404 if there is no such resident; 409 if the resident is included already; 403 or 422 with an issue
     *     for everything that is missing
     */
    Beginning check(String patientId, Programme programme, IncludeRequest request) {
        var resident = store.find(Patient.class, patientId)
                .orElseThrow(() -> Refusal.notFound("Patient", "There is no Patient/" + patientId + "."));
        inclusions.active(patientId, programme.code()).ifPresent(episode -> {
            throw Refusal.of(
                    409,
                    IssueType.DUPLICATE,
                    "programme",
                    "The resident is included already: EpisodeOfCare/"
                            + episode.getIdElement().getIdPart() + ". End that inclusion first.");
        });
        var missing = new ArrayList<Refusal>();
        var beginning = new Collecting(missing);
        beginning.run(() -> refuseGone(resident));
        beginning.run(() -> objections.refuse(patientId));
        beginning.run(() ->
                generalPractitioners.check(resident, request.practitioner(), "practitioner", "includes the resident"));
        beginning.run(() -> refuseUnknown(request.practitioner(), "practitioner"));
        request.team().forEach(participant -> beginning.run(() -> refuseUnknown(participant, "team")));
        var channel = beginning.get(() -> channels.get(request.channel()));
        var consent = beginning.get(() -> consents.of(patientId, programme, request));
        var stratum = beginning.get(() -> confirmedStratum(patientId, programme));
        if (!missing.isEmpty()) {
            throw Refusal.all(missing);
        }
        return new Beginning(
                resident, programme, request, channel.orElseThrow(), consent.orElseThrow(), stratum.orElseThrow());
    }

    /** Goes on after a refusal, and keeps it. */
    private record Collecting(List<Refusal> refusals) {

        <T> Optional<T> get(Supplier<T> check) {
            try {
                return Optional.of(check.get());
            } catch (Refusal refusal) {
                refusals.add(refusal);
                return Optional.empty();
            }
        }

        void run(Runnable check) {
            get(() -> {
                check.run();
                return true;
            });
        }
    }

    private static void refuseGone(Patient resident) {
        if (isDead(resident)) {
            throw Refusal.unprocessable(IssueType.BUSINESSRULE, "Patient.deceased", "The resident has died.");
        }
        mergedInto(resident).ifPresent(other -> {
            throw Refusal.unprocessable(
                    IssueType.BUSINESSRULE,
                    "Patient.link",
                    "The record was merged into another: include " + other.getReference() + " instead.");
        });
        if (resident.hasActive() && !resident.getActive()) {
            throw Refusal.unprocessable(
                    IssueType.BUSINESSRULE, "Patient.active", "The record of the resident is not active.");
        }
    }

    static boolean isDead(Patient resident) {
        return resident.hasDeceasedDateTimeType()
                || (resident.hasDeceasedBooleanType()
                        && resident.getDeceasedBooleanType().booleanValue());
    }

    static Optional<Reference> mergedInto(Patient resident) {
        return resident.getLink().stream()
                .filter(link -> link.getType() == Patient.LinkType.REPLACEDBY)
                .map(PatientLinkComponent::getOther)
                .findFirst();
    }

    private void refuseUnknown(Reference reference, String element) {
        var id = reference.getReferenceElement();
        if (store.find(typeOf(id.getResourceType()), id.getIdPart()).isEmpty()) {
            throw Refusal.unprocessable(
                    IssueType.NOTFOUND,
                    element,
                    "There is no " + reference.getReference() + " on this server: store it first.");
        }
    }

    private static Class<? extends Resource> typeOf(String type) {
        return switch (type) {
            case "Practitioner" -> org.hl7.fhir.r4.model.Practitioner.class;
            case "PractitionerRole" -> org.hl7.fhir.r4.model.PractitionerRole.class;
            case "Organization" -> org.hl7.fhir.r4.model.Organization.class;
            case "RelatedPerson" -> org.hl7.fhir.r4.model.RelatedPerson.class;
            default -> throw new IllegalArgumentException("Takes no part: " + type);
        };
    }

    private StratumAssessment confirmedStratum(String patientId, Programme programme) {
        var history = confirmedStrata.history(patientId, programme);
        return ConfirmedStrata.lastOf(history)
                .orElseThrow(() -> Refusal.unprocessable(
                        IssueType.BUSINESSRULE,
                        "RiskAssessment",
                        "No stratum is confirmed. " + cure(patientId, history)));
    }

    private static String cure(String patientId, List<StratumAssessment> history) {
        return history.stream()
                .filter(StratumAssessment::isOpen)
                .reduce((earlier, later) -> later)
                .map(open -> "Confirm or correct the proposal with RiskAssessment/" + open.id() + "/$confirm.")
                .orElse("Compute one with Patient/" + patientId + "/$stratify, then have it confirmed.");
    }
}
