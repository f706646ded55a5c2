package fr.respop.server.content;

import ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException;
import java.util.List;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;

/** A package that breaks rules of the content: status 422, one issue a broken rule. */
final class RefusedPackage {

    private RefusedPackage() {}

    /** @param findings each names the place, what is wrong there, the other end of it, and the cure */
    static UnprocessableEntityException of(List<String> findings) {
        var outcome = new OperationOutcome();
        findings.forEach(finding -> outcome.addIssue()
                .setSeverity(IssueSeverity.ERROR)
                .setCode(IssueType.INVARIANT)
                .setDiagnostics(finding));
        return new UnprocessableEntityException(String.join("\n", findings), outcome);
    }
}
