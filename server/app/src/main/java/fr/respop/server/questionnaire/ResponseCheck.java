package fr.respop.server.questionnaire;

import ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException;
import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemComponent;

/** Holds a response to its form, and tells everything that is wrong at once. */
final class ResponseCheck {

    private final EnabledItems enabled;
    private final OperationOutcome outcome = new OperationOutcome();

    private ResponseCheck(QuestionnaireResponse response) {
        this.enabled = new EnabledItems(response);
    }

    /**
     * Checks that every question that has to be answered is, with values that it takes, and nothing else.
     *
     * @throws UnprocessableEntityException with an issue for each fault
     */
    static void check(Questionnaire questionnaire, QuestionnaireResponse response) {
        var check = new ResponseCheck(response);
        check.level(questionnaire.getItem(), response.getItem());
        if (check.outcome.hasIssue()) {
            throw new UnprocessableEntityException("The response does not fit its form", check.outcome);
        }
    }

    private void level(List<QuestionnaireItemComponent> questions, List<QuestionnaireResponseItemComponent> items) {
        var unknown = new ArrayList<>(items);
        for (var question : questions) {
            var given = items.stream()
                    .filter(item -> question.getLinkId().equals(item.getLinkId()))
                    .toList();
            unknown.removeAll(given);
            question(question, given);
        }
        unknown.forEach(item -> fault(item.getLinkId(), IssueType.STRUCTURE, "The form has no such item here."));
    }

    private void question(QuestionnaireItemComponent question, List<QuestionnaireResponseItemComponent> given) {
        var linkId = question.getLinkId();
        var isAnswered = given.stream().anyMatch(ResponseCheck::isAnswered);
        if (!enabled.isEnabled(question)) {
            if (isAnswered) {
                fault(linkId, IssueType.BUSINESSRULE, "The form does not ask this after these answers. Leave it out.");
            }
            return;
        }
        if (question.getRequired() && !isAnswered) {
            fault(linkId, IssueType.REQUIRED, "The form requires an answer. Give it.");
        }
        var count = given.stream()
                .mapToInt(item -> Math.max(1, item.getAnswer().size()))
                .sum();
        if (!question.getRepeats() && count > 1) {
            fault(linkId, IssueType.STRUCTURE, "The form takes one answer here. Choose one.");
        }
        for (var item : given) {
            item.getAnswer().stream()
                    .filter(answer -> !answer.hasValue() || !Answers.isAnswer(question, answer.getValue()))
                    .forEach(answer -> fault(
                            linkId,
                            IssueType.VALUE,
                            "The answer is not of type " + question.getType().toCode()
                                    + (question.hasAnswerOption() ? ", or not one of the options" : "") + "."));
            level(question.getItem(), ResponseItems.below(item));
        }
    }

    private static boolean isAnswered(QuestionnaireResponseItemComponent item) {
        return item.hasAnswer() || ResponseItems.below(item).stream().anyMatch(ResponseCheck::isAnswered);
    }

    private void fault(String linkId, IssueType code, String ruleAndCure) {
        outcome.addIssue()
                .setSeverity(IssueSeverity.ERROR)
                .setCode(code)
                .setDiagnostics("Item " + linkId + ": " + ruleAndCure)
                .addExpression("QuestionnaireResponse.descendants().where(linkId='" + linkId + "')");
    }
}
