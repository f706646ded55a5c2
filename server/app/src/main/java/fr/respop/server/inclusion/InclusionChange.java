package fr.respop.server.inclusion;

import fr.respop.server.fhir.Refusal;
import org.hl7.fhir.r4.model.EpisodeOfCare;
import org.hl7.fhir.r4.model.EpisodeOfCare.EpisodeOfCareStatus;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Reference;

/** What a plain write of an EpisodeOfCare may do to an inclusion. */
final class InclusionChange {

    private InclusionChange() {}

    /**
     * Refuses what only the operations may change.
     *
     * @throws Refusal 422 if it changes an inclusion, or makes one, and does not merely mark it as mistaken
     */
    static void check(EpisodeOfCare before, EpisodeOfCare after) {
        if (!Inclusions.isOne(before) && !Inclusions.isOne(after)) {
            return;
        }
        var isSame = idOf(before.getPatient()).equals(idOf(after.getPatient()))
                && programme(before).equals(programme(after))
                && consent(before).equals(consent(after));
        var isSameStatus =
                before.getStatus() == after.getStatus() || after.getStatus() == EpisodeOfCareStatus.ENTEREDINERROR;
        if (!isSame || !isSameStatus) {
            throw Refusal.unprocessable(
                    IssueType.BUSINESSRULE,
                    isSame ? "EpisodeOfCare.status" : "EpisodeOfCare",
                    "The resident, the programme, the consent and the status of an inclusion change by"
                            + " Patient/<id>/$include, $withdraw and $close only; the status of a mistaken one becomes"
                            + " entered-in-error.");
        }
    }

    /** Whether an inclusion that was in force is none, and never was. */
    static boolean isMistaken(EpisodeOfCare before, EpisodeOfCare after) {
        return Inclusions.isOne(before)
                && before.getStatus() == EpisodeOfCareStatus.ACTIVE
                && after.getStatus() == EpisodeOfCareStatus.ENTEREDINERROR;
    }

    private static String consent(EpisodeOfCare episode) {
        return Inclusions.consentOf(episode).map(InclusionChange::idOf).orElse("");
    }

    private static String programme(EpisodeOfCare episode) {
        return Inclusions.programmeOf(episode).map(coding -> coding.getCode()).orElse("");
    }

    private static String idOf(Reference reference) {
        return String.valueOf(reference.getReferenceElement().getIdPart());
    }
}
