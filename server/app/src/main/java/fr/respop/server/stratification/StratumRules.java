package fr.respop.server.stratification;

import fr.respop.server.fhir.LocalStore;
import fr.respop.server.fhir.Refusal;
import fr.respop.server.fhir.programme.GeneralPractitioners;
import fr.respop.server.fhir.programme.StratumAssessment;
import java.util.Objects;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.RiskAssessment;
import org.hl7.fhir.r4.model.RiskAssessment.RiskAssessmentStatus;

/**
 * Who may decide on a stratum, and from which status it may go to which.
 *
 * <p>A proposal is preliminary until a general practitioner [médecin traitant] of the resident confirms it (final) or
 * rejects it (cancelled, with the practitioner as performer), or until the server withdraws it (cancelled). What is closed
 * stays so, unless it was entered in error.
 */
final class StratumRules {

    private static final String STATUS = "RiskAssessment.status";
    private static final String PERFORMER = "RiskAssessment.performer";

    private final LocalStore store;
    private final GeneralPractitioners generalPractitioners;

    StratumRules(LocalStore store, GeneralPractitioners generalPractitioners) {
        this.store = store;
        this.generalPractitioners = generalPractitioners;
    }

    /** @throws Refusal 422 if it is neither a proposal nor the decision of one who may decide */
    void checkNew(RiskAssessment assessment) {
        if (assessment.getStatus() == RiskAssessmentStatus.FINAL) {
            checkDecider(assessment);
        } else if (assessment.getStatus() != RiskAssessmentStatus.PRELIMINARY) {
            throw Refusal.unprocessable(
                    IssueType.BUSINESSRULE,
                    STATUS,
                    "A new stratum is preliminary, or final by a general practitioner.");
        }
    }

    /** @throws Refusal 409 if what was there is closed; 422 if the change is not allowed */
    void checkChange(RiskAssessment before, RiskAssessment after) {
        if (after.getStatus() == RiskAssessmentStatus.ENTEREDINERROR) {
            return;
        }
        refuseAnotherSubject(before, after);
        if (before.getStatus() != RiskAssessmentStatus.PRELIMINARY) {
            refuseAnotherDecision(before, after);
        } else if (after.getStatus() == RiskAssessmentStatus.FINAL) {
            checkDecider(after);
            if (!isSameStratum(before, after)) {
                checkReason(after);
            }
        } else if (after.getStatus() == RiskAssessmentStatus.CANCELLED && after.hasPerformer()) {
            checkDecider(after);
            checkReason(after);
        } else if (after.getStatus() != RiskAssessmentStatus.PRELIMINARY
                && after.getStatus() != RiskAssessmentStatus.CANCELLED) {
            throw Refusal.unprocessable(
                    IssueType.BUSINESSRULE,
                    STATUS,
                    "A proposed stratum becomes final (confirmed), cancelled (rejected) or entered-in-error.");
        }
    }

    private static void refuseAnotherSubject(RiskAssessment before, RiskAssessment after) {
        if (!idOf(before.getSubject()).equals(idOf(after.getSubject()))
                || !before.getCode()
                        .getCodingFirstRep()
                        .getCode()
                        .equals(after.getCode().getCodingFirstRep().getCode())) {
            throw Refusal.unprocessable(
                    IssueType.BUSINESSRULE,
                    "RiskAssessment.subject",
                    "The resident and the programme of a stratum never change: mark it entered-in-error and make another.");
        }
    }

    private static void refuseAnotherDecision(RiskAssessment before, RiskAssessment after) {
        if (before.getStatus() != after.getStatus()
                || !isSameStratum(before, after)
                || !idOf(before.getPerformer()).equals(idOf(after.getPerformer()))) {
            throw Refusal.of(
                    409,
                    IssueType.CONFLICT,
                    STATUS,
                    "The stratum is " + before.getStatus().toCode()
                            + " and stays so. Mark it entered-in-error, or decide on the resident's newest proposal.");
        }
    }

    private void checkDecider(RiskAssessment assessment) {
        if (!assessment.hasPerformer()) {
            throw Refusal.unprocessable(
                    IssueType.REQUIRED, PERFORMER, "Name the general practitioner who decides, as the performer.");
        }
        var resident = store.find(Patient.class, idOf(assessment.getSubject()).replace("Patient/", ""))
                .orElseThrow(() -> Refusal.unprocessable(
                        IssueType.NOTFOUND,
                        "RiskAssessment.subject",
                        "The stratum is of a resident who is stored here."));
        generalPractitioners.check(resident, assessment.getPerformer(), PERFORMER, "decides on a stratum");
    }

    private static void checkReason(RiskAssessment assessment) {
        if (assessment.getNote().stream()
                .noneMatch(note -> note.getAuthor() instanceof Reference author
                        && idOf(author).equals(idOf(assessment.getPerformer()))
                        && note.hasText())) {
            throw Refusal.unprocessable(
                    IssueType.REQUIRED,
                    "RiskAssessment.note",
                    "Say why the proposal is corrected or rejected, in a note whose author is the performer.");
        }
    }

    private static boolean isSameStratum(RiskAssessment before, RiskAssessment after) {
        return Objects.equals(
                StratumAssessment.of(before).stratum(),
                StratumAssessment.of(after).stratum());
    }

    private static String idOf(Reference reference) {
        var id = reference.getReferenceElement().toUnqualifiedVersionless();
        return id.hasIdPart() ? String.valueOf(id.getValue()) : "";
    }
}
