package fr.respop.server.inclusion;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.api.server.storage.TransactionDetails;
import fr.respop.server.fhir.ClientWrites;
import fr.respop.server.fhir.Refusal;
import fr.respop.server.fhir.StorageHooks;
import fr.respop.server.fhir.ToldOnce;
import java.util.Objects;
import java.util.Optional;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentState;
import org.hl7.fhir.r4.model.EpisodeOfCare;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Keeps inclusions true whatever is written: who dies or withdraws the consent, whose record is merged into another, or who
 * was included by mistake, is no longer included, in the same transaction; and nobody is included by a plain write, which would
 * ask for no consent.
 */
@Component
@Interceptor
public class InclusionHooks implements StorageHooks {

    private final Inclusions inclusions;
    private final EndService endService;

    InclusionHooks(Inclusions inclusions, EndService endService) {
        this.inclusions = inclusions;
        this.endService = endService;
    }

    @Hook(Pointcut.STORAGE_PRESTORAGE_RESOURCE_CREATED)
    public void beforeCreate(IBaseResource resource, @Nullable RequestDetails request) {
        if (resource instanceof EpisodeOfCare episode && Inclusions.isOne(episode) && isOfClient(request)) {
            throw Refusal.unprocessable(
                    IssueType.BUSINESSRULE,
                    "EpisodeOfCare.type",
                    "An inclusion needs the resident's consent and a confirmed stratum: include the resident with"
                            + " Patient/<id>/$include.");
        }
    }

    @Hook(Pointcut.STORAGE_PRESTORAGE_RESOURCE_UPDATED)
    public void beforeUpdate(@Nullable IBaseResource old, IBaseResource resource, @Nullable RequestDetails request) {
        if (!isOfClient(request)) {
            return;
        }
        if (resource instanceof EpisodeOfCare episode) {
            var before = (EpisodeOfCare) Objects.requireNonNull(old);
            InclusionChange.check(before, episode);
            if (InclusionChange.isMistaken(before, episode)) {
                inclusions.hold(Inclusions.patientIdOf(episode));
            }
        } else if (endOf(old, resource).isPresent()) {
            inclusions.hold(resource.getIdElement().getIdPart());
        } else if (isWithdrawn(old, resource)) {
            // Before anything is written: an inclusion that is just being made under this consent comes first.
            inclusions.hold(idOf(((Consent) resource).getPatient()));
        }
    }

    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_UPDATED)
    public void updated(
            IBaseResource before,
            IBaseResource after,
            @Nullable RequestDetails request,
            TransactionDetails transaction) {
        if (isOfClient(request) && ToldOnce.isFirst(this, after, transaction)) {
            end(before, after);
        }
    }

    private void end(IBaseResource before, IBaseResource after) {
        if (before instanceof EpisodeOfCare earlier
                && after instanceof EpisodeOfCare now
                && InclusionChange.isMistaken(earlier, now)) {
            endService.end(now, EndReason.MISTAKEN);
        }
        endOf(before, after)
                .ifPresent(reason -> inclusions
                        .active(after.getIdElement().getIdPart())
                        .forEach(episode -> endService.end(episode, reason)));
        if (isWithdrawn(before, after)) {
            var consent = (Consent) after;
            inclusions.active(idOf(consent.getPatient())).stream()
                    .filter(episode -> Inclusions.consentOf(episode)
                            .filter(under ->
                                    idOf(under).equals(consent.getIdElement().getIdPart()))
                            .isPresent())
                    .forEach(episode -> endService.end(episode, EndReason.WITHDRAWN));
        }
    }

    /** Why what happened to a resident ends every inclusion, if it does. */
    private static Optional<EndReason> endOf(@Nullable IBaseResource before, IBaseResource after) {
        if (!(after instanceof Patient now && before instanceof Patient earlier)) {
            return Optional.empty();
        }
        if (Readiness.isDead(now) && !Readiness.isDead(earlier)) {
            return Optional.of(EndReason.DIED);
        }
        return Readiness.mergedInto(now).isPresent()
                        && Readiness.mergedInto(earlier).isEmpty()
                ? Optional.of(EndReason.MERGED)
                : Optional.empty();
    }

    /** Also one that stays active and no longer permits the programme. */
    private static boolean isWithdrawn(@Nullable IBaseResource before, IBaseResource after) {
        return after instanceof Consent now
                && before instanceof Consent earlier
                && permitted(earlier).isPresent()
                && !permitted(earlier).equals(permitted(now));
    }

    private static Optional<String> permitted(Consent consent) {
        return consent.getStatus() == ConsentState.ACTIVE ? ProgrammeConsent.programmeOf(consent) : Optional.empty();
    }

    /** The server's own writes have no client behind them. */
    private static boolean isOfClient(@Nullable RequestDetails request) {
        return !ClientWrites.isServer(request);
    }

    private static String idOf(Reference reference) {
        return String.valueOf(reference.getReferenceElement().getIdPart());
    }
}
