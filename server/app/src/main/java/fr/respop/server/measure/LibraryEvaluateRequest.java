package fr.respop.server.measure;

import fr.respop.engine.MeasurementPeriod;
import fr.respop.server.fhir.Refusal;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Parameters;
import org.jspecify.annotations.Nullable;

/**
 * What a caller of {@code Library/$evaluate} asks for.
 *
 * @param expressions the names of the expressions; all public ones when empty
 * @param patientId the logical id of the resident
 * @param period the measurement period
 * @param parameters the library's other parameters
 */
record LibraryEvaluateRequest(
        List<String> expressions, String patientId, MeasurementPeriod period, Optional<Parameters> parameters) {

    /** The id in the subject's reference {@code Patient/<id>}. */
    static String patientId(@Nullable String subject) {
        var reference = new IdType(subject);
        if (!reference.hasIdPart() || !"Patient".equals(reference.getResourceType())) {
            throw Refusal.badRequest(IssueType.VALUE, "subject", "Name one resident: subject=Patient/<id>.");
        }
        return reference.getIdPart();
    }
}
