package fr.respop.server.cdshooks;

import fr.respop.engine.SubjectEvaluator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.PlanDefinition;
import org.hl7.fhir.r4.model.PlanDefinition.PlanDefinitionActionComponent;
import org.hl7.fhir.r4.model.PlanDefinition.RequestPriority;
import org.hl7.fhir.r4.model.RelatedArtifact;
import org.hl7.fhir.r4.model.TriggerDefinition.TriggerType;

/**
 * What content has to say of an order: an action of a PlanDefinition with a trigger of type {@code named-event} that names
 * the hook.
 *
 * @param id tells it from all others
 * @param hooks when it is asked
 * @param library the canonical of the library of its conditions
 * @param conditions Boolean expressions, all of which hold when it is to be shown
 * @param title the summary of the card
 * @param text the detail of the card
 * @param source where the rule comes from
 * @param isUrgent whether the card is a warning
 */
record OrderRule(
        String id,
        List<String> hooks,
        String library,
        List<String> conditions,
        Label title,
        Label text,
        String source,
        boolean isUrgent) {

    /** Those of a plan. */
    static Stream<OrderRule> of(PlanDefinition plan) {
        return plan.getAction().stream()
                .filter(action -> plan.hasLibrary() && action.hasCondition())
                .filter(action -> !hooks(action).isEmpty())
                .map(action -> of(plan, action));
    }

    private static OrderRule of(PlanDefinition plan, PlanDefinitionActionComponent action) {
        return new OrderRule(
                plan.getUrl() + "#" + action.getId(),
                hooks(action),
                plan.getLibrary().get(0).getValue(),
                action.getCondition().stream()
                        .map(condition -> condition.getExpression().getExpression())
                        .toList(),
                Label.of(action.getTitleElement()),
                Label.of(action.getDescriptionElement()),
                action.getDocumentation().stream()
                        .filter(RelatedArtifact::hasCitation)
                        .map(RelatedArtifact::getCitation)
                        .collect(Collectors.joining("; ")),
                action.getPriority() != RequestPriority.ROUTINE && action.hasPriority());
    }

    private static List<String> hooks(PlanDefinitionActionComponent action) {
        return action.getTrigger().stream()
                .filter(trigger -> trigger.getType() == TriggerType.NAMEDEVENT)
                .map(trigger -> trigger.getName())
                .toList();
    }

    /** Whether it holds for the subject that the evaluator is at, whose record holds the order. */
    boolean holds(SubjectEvaluator evaluator) {
        return evaluator.evaluate(library, conditions).values().stream().allMatch(Boolean.TRUE::equals);
    }
}
