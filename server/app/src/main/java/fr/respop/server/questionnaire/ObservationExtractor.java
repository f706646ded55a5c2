package fr.respop.server.questionnaire;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemComponent;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;
import org.hl7.fhir.r4.model.Type;

/**
 * Makes Observations of a response, from the items that the form marks: {@code observationExtract} true on an item that
 * becomes one, and {@code component} on the items of a group that become its components.
 */
final class ObservationExtractor {

    private static final String CATEGORIES = "http://terminology.hl7.org/CodeSystem/observation-category";

    private final QuestionnaireResponse response;

    private ObservationExtractor(QuestionnaireResponse response) {
        this.response = response;
    }

    /** An Observation, and the item that it comes from. */
    record Extracted(String linkId, Observation observation) {}

    static List<Extracted> extract(Questionnaire questionnaire, QuestionnaireResponse response) {
        return new ObservationExtractor(response)
                .level(questionnaire.getItem(), response.getItem())
                .toList();
    }

    private Stream<Extracted> level(
            List<QuestionnaireItemComponent> questions, List<QuestionnaireResponseItemComponent> items) {
        return ResponseItems.pairs(questions, items).flatMap(pair -> {
            var here = Stream.<Extracted>of();
            if (isExtracted(pair.question())) {
                here = pair.question().hasItem() ? group(pair) : single(pair);
            }
            return Stream.concat(here, level(pair.question().getItem(), ResponseItems.below(pair.item())));
        });
    }

    private static boolean isExtracted(QuestionnaireItemComponent question) {
        return question.hasCode()
                && Sdc.value(question.getExtension(), Sdc.OBSERVATION_EXTRACT, BooleanType.class)
                        .map(BooleanType::booleanValue)
                        .orElse(false);
    }

    private static boolean isComponent(QuestionnaireItemComponent question) {
        return question.hasCode()
                && Sdc.value(question.getExtension(), Sdc.OBSERVATION_EXTRACT, CodeType.class)
                        .map(CodeType::getValue)
                        .filter("component"::equals)
                        .isPresent();
    }

    private Stream<Extracted> single(ResponseItems.Pair pair) {
        return pair.item().getAnswer().stream().map(answer -> {
            var observation = observation(pair.question());
            observation.setValue(value(pair.question(), answer.getValue()));
            return new Extracted(pair.question().getLinkId(), observation);
        });
    }

    private Stream<Extracted> group(ResponseItems.Pair pair) {
        var observation = observation(pair.question());
        ResponseItems.pairs(pair.question().getItem(), ResponseItems.below(pair.item()))
                .filter(child -> isComponent(child.question()))
                .forEach(child -> child.item()
                        .getAnswer()
                        .forEach(answer -> observation
                                .addComponent()
                                .setCode(code(child.question()))
                                .setValue(value(child.question(), answer.getValue()))));
        return observation.hasComponent()
                ? Stream.of(new Extracted(pair.question().getLinkId(), observation))
                : Stream.of();
    }

    private Observation observation(QuestionnaireItemComponent question) {
        var observation = new Observation()
                .setStatus(
                        response.getStatus() == QuestionnaireResponseStatus.AMENDED
                                ? ObservationStatus.AMENDED
                                : ObservationStatus.FINAL)
                .setCode(code(question))
                .setSubject(response.getSubject().copy())
                .setEffective(new DateTimeType(response.getAuthoredElement().getValueAsString()));
        observation.addCategory(Sdc.value(question.getExtension(), Sdc.EXTRACT_CATEGORY, CodeableConcept.class)
                .map(CodeableConcept::copy)
                .orElseGet(() -> new CodeableConcept(new Coding(CATEGORIES, "survey", null))));
        if (response.hasEncounter()) {
            observation.setEncounter(response.getEncounter().copy());
        }
        if (response.hasAuthor()) {
            observation.addPerformer(response.getAuthor().copy());
        }
        return observation;
    }

    private static CodeableConcept code(QuestionnaireItemComponent question) {
        var codings = new ArrayList<Coding>();
        question.getCode().forEach(coding -> codings.add(coding.copy()));
        return new CodeableConcept().setCoding(codings);
    }

    /** A number with its unit, a code as a concept; anything else as it was answered. */
    private static Type value(QuestionnaireItemComponent question, Type answer) {
        if (answer instanceof Coding coding) {
            return new CodeableConcept(new Coding(coding.getSystem(), coding.getCode(), coding.getDisplay()));
        }
        if (answer instanceof DateType date) {
            return new DateTimeType(date.getValueAsString());
        }
        var unit = Sdc.value(question.getExtension(), Sdc.UNIT, Coding.class);
        if (answer instanceof DecimalType decimal) {
            var quantity = new Quantity().setValue(decimal.getValue());
            unit.ifPresent(given -> quantity.setUnit(given.getDisplay())
                    .setSystem(given.getSystem())
                    .setCode(given.getCode()));
            return quantity;
        }
        if (answer instanceof IntegerType integer && unit.isPresent()) {
            return new Quantity()
                    .setValue(integer.getValue())
                    .setUnit(unit.get().getDisplay())
                    .setSystem(unit.get().getSystem())
                    .setCode(unit.get().getCode());
        }
        return answer.copy();
    }
}
