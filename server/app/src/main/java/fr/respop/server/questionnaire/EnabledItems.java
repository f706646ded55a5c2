package fr.respop.server.questionnaire;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Questionnaire.EnableWhenBehavior;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemEnableWhenComponent;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemAnswerComponent;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemComponent;
import org.hl7.fhir.r4.model.Type;

/** Tells which questions of a form a response has to answer, by the answers to others. */
final class EnabledItems {

    private final List<QuestionnaireResponseItemComponent> items;

    EnabledItems(QuestionnaireResponse response) {
        this.items = flat(response.getItem()).toList();
    }

    private static Stream<QuestionnaireResponseItemComponent> flat(List<QuestionnaireResponseItemComponent> items) {
        return items.stream().flatMap(item -> Stream.concat(Stream.of(item), flat(ResponseItems.below(item))));
    }

    boolean isEnabled(QuestionnaireItemComponent question) {
        if (!question.hasEnableWhen()) {
            return true;
        }
        var conditions = question.getEnableWhen().stream();
        return question.getEnableBehavior() == EnableWhenBehavior.ALL
                ? conditions.allMatch(this::holds)
                : conditions.anyMatch(this::holds);
    }

    private boolean holds(QuestionnaireItemEnableWhenComponent condition) {
        var answers = items.stream()
                .filter(item -> condition.getQuestion().equals(item.getLinkId()))
                .flatMap(item -> item.getAnswer().stream())
                .filter(QuestionnaireResponseItemAnswerComponent::hasValue)
                .map(QuestionnaireResponseItemAnswerComponent::getValue)
                .toList();
        var wanted = condition.getAnswer();
        return switch (condition.getOperator()) {
            case EXISTS -> wanted instanceof BooleanType isWanted && isWanted.booleanValue() != answers.isEmpty();
            case EQUAL -> answers.stream().anyMatch(answer -> isSame(answer, wanted));
            case NOT_EQUAL -> answers.stream().noneMatch(answer -> isSame(answer, wanted));
            case GREATER_THAN -> answers.stream().anyMatch(answer -> compare(answer, wanted) > 0);
            case LESS_THAN -> answers.stream().anyMatch(answer -> compare(answer, wanted) < 0);
            case GREATER_OR_EQUAL -> answers.stream().anyMatch(answer -> compare(answer, wanted) >= 0);
            case LESS_OR_EQUAL -> answers.stream().anyMatch(answer -> compare(answer, wanted) <= 0);
            case NULL -> true;
        };
    }

    private static boolean isSame(Type answer, Type wanted) {
        if (answer instanceof Coding given && wanted instanceof Coding coding) {
            return Objects.equals(coding.getCode(), given.getCode())
                    && Objects.equals(coding.getSystem(), given.getSystem());
        }
        return answer.equalsDeep(wanted);
    }

    private static int compare(Type answer, Type wanted) {
        if (isNumber(answer) && isNumber(wanted)) {
            return number(answer).compareTo(number(wanted));
        }
        return text(answer).compareTo(text(wanted));
    }

    private static boolean isNumber(Type value) {
        return value instanceof DecimalType
                || value instanceof IntegerType
                || (value instanceof Quantity quantity && quantity.hasValue());
    }

    private static BigDecimal number(Type value) {
        return value instanceof Quantity quantity
                ? quantity.getValue()
                : new BigDecimal(((PrimitiveType<?>) value).getValueAsString());
    }

    /** Dates and times of one precision compare as their texts do. */
    private static String text(Type value) {
        return value instanceof PrimitiveType<?> primitive ? primitive.getValueAsString() : "";
    }
}
