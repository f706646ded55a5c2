package fr.respop.server.fhir;

import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import java.util.List;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;

/** A request that is refused, with an OperationOutcome that names the element, the rule and the cure. */
public final class Refusal extends BaseServerResponseException {

    private Refusal(String message, OperationOutcome outcome) {
        super(422, message, outcome);
    }

    private Refusal(int status, IssueType code, String element, String ruleAndCure) {
        super(
                status,
                element.isEmpty() ? ruleAndCure : element + ": " + ruleAndCure,
                outcome(code, element, ruleAndCure));
    }

    /**
     * A request that is not understood: status 400.
     *
     * @param element the parameter or the FHIRPath of the element at fault
     * @param ruleAndCure what is asked for and what to send instead; no personal data
     */
    public static Refusal badRequest(IssueType code, String element, String ruleAndCure) {
        return new Refusal(400, code, element, ruleAndCure);
    }

    /** Something that the request names is not there: status 404. */
    public static Refusal notFound(String element, String ruleAndCure) {
        return new Refusal(404, IssueType.NOTFOUND, element, ruleAndCure);
    }

    /** A request that is understood and breaks a rule: status 422. */
    public static Refusal unprocessable(IssueType code, String element, String ruleAndCure) {
        return new Refusal(422, code, element, ruleAndCure);
    }

    /** A request that is understood and not answered, whoever asks: status 403. */
    public static Refusal forbidden(String element, String ruleAndCure) {
        return new Refusal(403, IssueType.FORBIDDEN, element, ruleAndCure);
    }

    /**
     * A request that breaks several rules, all of which the client learns at once: status 422.
     *
     * @param broken at least one
     */
    public static Refusal all(List<Refusal> broken) {
        if (broken.size() == 1) {
            return broken.get(0);
        }
        var all = new OperationOutcome();
        broken.forEach(
                one -> ((OperationOutcome) one.getOperationOutcome()).getIssue().forEach(all::addIssue));
        return new Refusal(broken.stream().map(Refusal::getMessage).collect(Collectors.joining(" ")), all);
    }

    /** Any other status. */
    public static Refusal of(int status, IssueType code, String element, String ruleAndCure) {
        return new Refusal(status, code, element, ruleAndCure);
    }

    private static OperationOutcome outcome(IssueType code, String element, String ruleAndCure) {
        var outcome = new OperationOutcome();
        var issue = outcome.addIssue()
                .setSeverity(OperationOutcome.IssueSeverity.ERROR)
                .setCode(code)
                .setDiagnostics(ruleAndCure);
        if (!element.isEmpty()) {
            issue.addExpression(element);
        }
        return outcome;
    }
}
