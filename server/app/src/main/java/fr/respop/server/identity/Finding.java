package fr.respop.server.identity;

import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.OperationOutcome.OperationOutcomeIssueComponent;

/**
 * A rule that a resource breaks.
 *
 * @param severity error or warning
 * @param element the FHIRPath of the element
 * @param ruleAndCure never with the value itself
 */
record Finding(IssueSeverity severity, String element, String ruleAndCure) {

    static Finding error(String element, String ruleAndCure) {
        return new Finding(IssueSeverity.ERROR, element, ruleAndCure);
    }

    boolean isError() {
        return severity == IssueSeverity.ERROR;
    }

    OperationOutcomeIssueComponent toIssue() {
        var issue = new OperationOutcomeIssueComponent();
        issue.setSeverity(severity).setCode(IssueType.BUSINESSRULE).setDiagnostics(ruleAndCure);
        issue.addExpression(element);
        return issue;
    }
}
