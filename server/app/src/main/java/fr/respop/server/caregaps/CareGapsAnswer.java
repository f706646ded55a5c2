package fr.respop.server.caregaps;

import fr.respop.engine.SubjectNotEvaluable;
import java.util.List;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Reference;

/**
 * What {@code $care-gaps} found.
 *
 * @param documents a gaps-in-care document a resident
 * @param failures the residents who could not be evaluated
 */
record CareGapsAnswer(List<Bundle> documents, List<SubjectNotEvaluable> failures) {

    private static final String FAILED_SUBJECT = "https://respop.org/fhir/StructureDefinition/respop-failed-subject";

    /** A parameter {@code return} a document, and one parameter {@code errors} if there were failures. */
    Parameters toParameters() {
        var parameters = new Parameters();
        documents.forEach(
                document -> parameters.addParameter().setName("return").setResource(document));
        if (!failures.isEmpty()) {
            parameters.addParameter().setName("errors").setResource(errors());
        }
        return parameters;
    }

    private OperationOutcome errors() {
        var outcome = new OperationOutcome();
        for (var failure : failures) {
            var issue = outcome.addIssue()
                    .setSeverity(IssueSeverity.ERROR)
                    .setCode(IssueType.EXCEPTION)
                    .setDiagnostics(failure.reason());
            issue.getDetails().setText("The gaps of " + failure.subject() + " are unknown");
            issue.addExtension(FAILED_SUBJECT, new Reference(failure.subject()));
        }
        return outcome;
    }
}
