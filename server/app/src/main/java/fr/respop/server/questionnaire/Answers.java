package fr.respop.server.questionnaire;

import fr.respop.server.fhir.Refusal;
import java.util.Objects;
import java.util.Optional;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemAnswerOptionComponent;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.TimeType;
import org.hl7.fhir.r4.model.Type;
import org.hl7.fhir.r4.model.UriType;

/** Which values answer which questions. */
final class Answers {

    private Answers() {}

    /** Whether a value is of the type of a question, and one of its options if it has a list of them. */
    static boolean isAnswer(QuestionnaireItemComponent question, Type value) {
        return switch (question.getType()) {
            case BOOLEAN -> value instanceof BooleanType;
            case DECIMAL -> value instanceof DecimalType;
            case INTEGER -> value.getClass() == IntegerType.class;
            case DATE -> value instanceof DateType;
            case DATETIME -> value instanceof DateTimeType;
            case TIME -> value instanceof TimeType;
            case STRING, TEXT -> value instanceof StringType;
            case URL -> value instanceof UriType;
            case REFERENCE -> value instanceof Reference;
            case QUANTITY -> value instanceof Quantity;
            case CHOICE -> value instanceof Coding coding && isOffered(question, coding);
            case OPENCHOICE -> value instanceof StringType || value instanceof Coding;
            case ATTACHMENT -> value.fhirType().equals("Attachment");
            case GROUP, DISPLAY, QUESTION, NULL -> false;
        };
    }

    private static boolean isOffered(QuestionnaireItemComponent question, Coding coding) {
        return !question.hasAnswerOption() || option(question, coding).isPresent();
    }

    /** The option of a question that a coding names, with its label and its points. */
    static Optional<Coding> option(QuestionnaireItemComponent question, Coding coding) {
        return question.getAnswerOption().stream()
                .map(QuestionnaireItemAnswerOptionComponent::getValue)
                .filter(Coding.class::isInstance)
                .map(Coding.class::cast)
                .filter(option -> Objects.equals(option.getCode(), coding.getCode())
                        && Objects.equals(option.getSystem(), coding.getSystem()))
                .findFirst();
    }

    /**
     * The value of an expression in the type that its question has.
     *
     * @throws Refusal 422 if it has no such form: the form is at fault
     */
    static Type fit(QuestionnaireItemComponent question, Type value) {
        var fitted = fitted(question, value);
        if (!isAnswer(question, fitted)) {
            throw Refusal.unprocessable(
                    IssueType.PROCESSING,
                    "Questionnaire.item",
                    "An expression of the item " + question.getLinkId() + " gives a " + value.fhirType()
                            + " that does not answer a question of type "
                            + question.getType().toCode() + ". Correct the form.");
        }
        return fitted;
    }

    private static Type fitted(QuestionnaireItemComponent question, Type value) {
        var coding = value instanceof CodeableConcept concept ? concept.getCodingFirstRep() : value;
        if (coding instanceof Coding code) {
            return option(question, code).map(Coding::copy).orElse(code);
        }
        return switch (question.getType()) {
            case DECIMAL ->
                value instanceof Quantity quantity
                        ? quantity.getValueElement()
                        : value instanceof IntegerType integer ? new DecimalType(integer.getValue()) : value;
            case STRING, TEXT ->
                value instanceof PrimitiveType<?> primitive ? new StringType(primitive.getValueAsString()) : value;
            default -> value;
        };
    }
}
