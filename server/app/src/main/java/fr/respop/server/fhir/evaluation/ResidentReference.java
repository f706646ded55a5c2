package fr.respop.server.fhir.evaluation;

import fr.respop.server.fhir.Refusal;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.jspecify.annotations.Nullable;

/** Reads the parameter {@code subject} of operations that are about one resident. */
public final class ResidentReference {

    private ResidentReference() {}

    /**
     * The logical id in a reference {@code Patient/<id>}.
     *
     * @throws Refusal 400 if it is missing or is no reference to a Patient
     */
    public static String idOf(@Nullable String subject) {
        var reference = new IdType(subject);
        if (!reference.hasIdPart() || !"Patient".equals(reference.getResourceType())) {
            throw Refusal.badRequest(IssueType.VALUE, "subject", "Name one resident: subject=Patient/<id>.");
        }
        return reference.getIdPart();
    }
}
