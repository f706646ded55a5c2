package fr.respop.server.questionnaire;

import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemComponent;
import org.hl7.fhir.r4.model.Type;

/** The items of a response beside the questions that they answer. */
final class ResponseItems {

    private ResponseItems() {}

    /** A question and one item of a response to it. */
    record Pair(QuestionnaireItemComponent question, QuestionnaireResponseItemComponent item) {}

    /** The pairs of one level, in the order of the form. */
    static Stream<Pair> pairs(
            List<QuestionnaireItemComponent> questions, List<QuestionnaireResponseItemComponent> items) {
        return questions.stream()
                .flatMap(question -> items.stream()
                        .filter(item -> question.getLinkId().equals(item.getLinkId()))
                        .map(item -> new Pair(question, item)));
    }

    /** The items below an item: those of a group, and those under each answer. */
    static List<QuestionnaireResponseItemComponent> below(QuestionnaireResponseItemComponent item) {
        return Stream.concat(
                        item.getItem().stream(), item.getAnswer().stream().flatMap(answer -> answer.getItem().stream()))
                .toList();
    }

    static QuestionnaireResponseItemComponent emptyItem(QuestionnaireItemComponent question) {
        var item = new QuestionnaireResponseItemComponent(question.getLinkIdElement());
        if (question.hasText()) {
            item.setText(question.getText());
        }
        return item;
    }

    static boolean hasSameAnswers(QuestionnaireResponseItemComponent item, List<Type> values) {
        var answers = item.getAnswer();
        return answers.size() == values.size()
                && Stream.iterate(0, index -> index + 1)
                        .limit(values.size())
                        .allMatch(index ->
                                values.get(index).equalsDeep(answers.get(index).getValue()));
    }
}
