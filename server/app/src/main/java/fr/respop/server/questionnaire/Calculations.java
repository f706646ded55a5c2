package fr.respop.server.questionnaire;

import fr.respop.server.fhir.Refusal;
import java.util.List;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Expression;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemComponent;
import org.hl7.fhir.r4.model.Type;
import org.springframework.stereotype.Component;

/** Answers the items that a form calculates from others. */
@Component
class Calculations {

    private final FormExpressions expressions;

    Calculations(FormExpressions expressions) {
        this.expressions = expressions;
    }

    /**
     * Completes a response.
     *
     * @return the response with what the form calculates; the one given is not changed
     * @throws Refusal 422 if it gives another value than the form calculates
     */
    QuestionnaireResponse complete(Questionnaire questionnaire, QuestionnaireResponse response, Patient patient) {
        var complete = response.copy();
        complete.setIdElement(response.getIdElement());
        addPoints(questionnaire.getItem(), complete.getItem());
        calculate(questionnaire, questionnaire.getItem(), complete, complete.getItem(), patient);
        return complete;
    }

    /** Who fills in a form sends a code; what it counts is with the form's option. */
    private static void addPoints(
            List<QuestionnaireItemComponent> questions, List<QuestionnaireResponseItemComponent> items) {
        ResponseItems.pairs(questions, items).forEach(pair -> {
            pair.item().getAnswer().forEach(answer -> {
                if (answer.getValue() instanceof Coding coding) {
                    Answers.option(pair.question(), coding).map(Coding::copy).ifPresent(answer::setValue);
                }
                addPoints(pair.question().getItem(), answer.getItem());
            });
            addPoints(pair.question().getItem(), pair.item().getItem());
        });
    }

    private void calculate(
            Questionnaire questionnaire,
            List<QuestionnaireItemComponent> questions,
            QuestionnaireResponse response,
            List<QuestionnaireResponseItemComponent> items,
            Patient patient) {
        for (var question : questions) {
            Sdc.expression(question.getExtension(), Sdc.CALCULATED_EXPRESSION)
                    .ifPresent(expression ->
                            answer(question, items, values(expression, question, response, questionnaire, patient)));
            items.stream()
                    .filter(item -> question.getLinkId().equals(item.getLinkId()))
                    .forEach(item -> calculate(questionnaire, question.getItem(), response, item.getItem(), patient));
        }
    }

    private List<Type> values(
            Expression expression,
            QuestionnaireItemComponent question,
            QuestionnaireResponse response,
            Questionnaire questionnaire,
            Patient patient) {
        if (!FormExpressions.FHIR_PATH.equals(expression.getLanguage())) {
            throw Refusal.unprocessable(
                    IssueType.NOTSUPPORTED,
                    "Questionnaire.item",
                    "The calculation of the item " + question.getLinkId() + " is in a language other than "
                            + FormExpressions.FHIR_PATH + ". Write it in that.");
        }
        return expressions.evaluate(expression, question.getLinkId(), response, questionnaire, patient).stream()
                .map(value -> Answers.fit(question, value))
                .toList();
    }

    private static void answer(
            QuestionnaireItemComponent question, List<QuestionnaireResponseItemComponent> items, List<Type> values) {
        var given = items.stream()
                .filter(item -> question.getLinkId().equals(item.getLinkId()))
                .findFirst();
        given.filter(QuestionnaireResponseItemComponent::hasAnswer)
                .filter(item -> !ResponseItems.hasSameAnswers(item, values))
                .ifPresent(item -> {
                    throw Refusal.unprocessable(
                            IssueType.BUSINESSRULE,
                            "QuestionnaireResponse.item.where(linkId='" + question.getLinkId() + "')",
                            values.isEmpty()
                                    ? "This answer is calculated, and the answers it needs are missing. Give them."
                                    : "This answer is calculated, and differs from what the others give. Leave it out.");
                });
        if (!values.isEmpty()) {
            var item = given.orElseGet(() -> {
                var added = ResponseItems.emptyItem(question);
                items.add(added);
                return added;
            });
            item.setAnswer(null);
            values.forEach(value -> item.addAnswer().setValue(value));
        }
    }
}
