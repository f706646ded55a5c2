package fr.respop.server.cdshooks;

import fr.respop.engine.SubjectEvaluator;
import fr.respop.server.fhir.programme.Gap;
import fr.respop.server.fhir.programme.GapMeasure;
import fr.respop.server.fhir.programme.Programme;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.ActivityDefinition;
import org.hl7.fhir.r4.model.ActivityDefinition.ActivityDefinitionDynamicValueComponent;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Reference;

/**
 * An item of follow-up, with what it takes to order it.
 *
 * @param measure decides whether it is due
 * @param activity what is ordered
 */
record Item(Programme programme, GapMeasure measure, ActivityDefinition activity) {

    /** Whether an activity belongs to a measure: the same library, and the code that is the topic of the measure. */
    static boolean isMatch(GapMeasure measure, ActivityDefinition activity) {
        return activity.getLibrary().stream()
                        .anyMatch(library -> measure.library().equals(library.getValue()))
                && isAbout(activity.getCode(), measure);
    }

    private static boolean isAbout(CodeableConcept code, GapMeasure measure) {
        return measure.measure().getTopic().stream()
                .flatMap(topic -> topic.getCoding().stream())
                .anyMatch(topic -> code.getCoding().stream()
                        .anyMatch(coding -> coding.hasSystem()
                                && coding.getSystem().equals(topic.getSystem())
                                && coding.hasCode()
                                && coding.getCode().equals(topic.getCode())));
    }

    /** Whether a code is the item's own. */
    boolean isNamedBy(CodeableConcept code) {
        return isAbout(code, measure);
    }

    Coding code() {
        return activity.getCode().getCodingFirstRep();
    }

    String name(Language language) {
        return Label.of(activity.getTitleElement()).in(language);
    }

    Gap gap(SubjectEvaluator evaluator) {
        return Gap.of(measure, evaluator);
    }

    /** Why it is due. */
    Optional<CodeableConcept> reason(SubjectEvaluator evaluator) {
        return values("reasonCode", evaluator).stream()
                .filter(CodeableConcept.class::isInstance)
                .map(CodeableConcept.class::cast)
                .findFirst();
    }

    /** The references of what counts as its last doing. */
    List<String> evidence(SubjectEvaluator evaluator) {
        return values("supportingInfo", evaluator).stream()
                .filter(Reference.class::isInstance)
                .map(reference -> ((Reference) reference).getReference())
                .toList();
    }

    /** What the activity's own expression for an element comes to; nothing if it has none. */
    private List<?> values(String path, SubjectEvaluator evaluator) {
        return activity.getDynamicValue().stream()
                .filter(dynamic -> path.equals(dynamic.getPath()))
                .map(ActivityDefinitionDynamicValueComponent::getExpression)
                .map(expression -> expression.getExpression())
                .map(name ->
                        evaluator.evaluate(measure.library(), List.of(name)).get(name))
                .map(Item::list)
                .findFirst()
                .orElse(List.of());
    }

    private static List<?> list(Object value) {
        return value instanceof List<?> list ? list : List.of(value);
    }
}
