package fr.respop.server.reasoning;

import fr.respop.server.fhir.Refusal;
import fr.respop.server.fhir.evaluation.ConceptNames;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Annotation;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CarePlan.CarePlanActivityComponent;
import org.hl7.fhir.r4.model.CarePlan.CarePlanActivityDetailComponent;
import org.hl7.fhir.r4.model.CarePlan.CarePlanActivityKind;
import org.hl7.fhir.r4.model.CarePlan.CarePlanActivityStatus;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.RequestGroup;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.jspecify.annotations.Nullable;

/**
 * Lists the proposed acts of a CarePlan where GP software looks for them: one activity each, with its day, its frequency,
 * the reason for the frequency, and the evidence of the last time it was done.
 *
 * <p>Clinical-reasoning answers RequestGroups that lead from the pathway to the strategy, the recommendation and the act.
 * They stay, as the trace of the logigramme; the list is for readers.
 */
final class CarePlanActivities {

    private static final String NONE = "Aucun acte ne s'applique à cette personne. · No act applies to this person.";

    private final CarePlan plan;
    private final Map<String, Resource> contained;
    private final ConceptNames names;

    private CarePlanActivities(CarePlan plan, ConceptNames names) {
        this.plan = plan;
        this.contained = plan.getContained().stream()
                .collect(Collectors.toMap(
                        resource -> localId(resource.getIdElement().getIdPart()),
                        Function.identity(),
                        CarePlanActivities::ofOneType));
        this.names = names;
    }

    /** A reference to what the plan contains names the id alone. */
    private static Resource ofOneType(Resource one, Resource sameId) {
        if (!one.fhirType().equals(sameId.fhirType())) {
            throw Refusal.unprocessable(
                    IssueType.BUSINESSRULE,
                    "PlanDefinition.action.definition",
                    "Two definitions of the plan have the same id, so that what is made from them would have: a "
                            + one.fhirType() + " and a " + sameId.fhirType() + ", both "
                            + localId(one.getIdElement().getIdPart()) + ". Give one of the definitions another id.");
        }
        return one;
    }

    static void list(CarePlan plan, ConceptNames names) {
        var activities = new CarePlanActivities(plan, names);
        List.copyOf(plan.getActivity()).forEach(trace -> activities.addFrom(trace.getReference(), null));
        if (plan.getActivity().stream().noneMatch(CarePlanActivityComponent::hasDetail)) {
            plan.addNote(new Annotation().setText(NONE));
        }
    }

    /** Adds the acts to which a request leads; the frequency is what the last logigramme on the way prints. */
    private void addFrom(Reference request, @Nullable String frequency) {
        var resource = find(request);
        if (resource instanceof RequestGroup group) {
            // Clinical-reasoning leaves a hole where an action did not apply.
            group.getAction().removeIf(Objects::isNull);
            // What is left applies. The language of these expressions is none that R4 knows.
            group.getAction().forEach(action -> action.setCondition(null));
            group.getAction()
                    .forEach(action -> addFrom(
                            action.getResource(), isAct(action.getResource()) ? frequency : action.getDescription()));
        } else if (resource instanceof ServiceRequest act) {
            plan.addActivity(activity(act, frequency));
        }
    }

    private boolean isAct(Reference request) {
        return find(request) instanceof ServiceRequest;
    }

    private @Nullable Resource find(Reference request) {
        return contained.get(localId(request.getReference()));
    }

    /** The id without the mark of a contained resource, which clinical-reasoning sets on some. */
    private static String localId(String reference) {
        return reference.substring(reference.startsWith("#") ? 1 : 0);
    }

    private CarePlanActivityComponent activity(ServiceRequest act, @Nullable String frequency) {
        act.getReasonCode().forEach(this::nameForPeople);
        var detail = new CarePlanActivityDetailComponent()
                .setKind(CarePlanActivityKind.SERVICEREQUEST)
                .setStatus(CarePlanActivityStatus.NOTSTARTED)
                .setCode(act.getCode())
                .setDescription(frequency)
                .setDoNotPerform(false);
        act.getInstantiatesCanonical().forEach(canonical -> detail.addInstantiatesCanonical(canonical.getValue()));
        act.getReasonCode().stream().map(CodeableConcept::copy).forEach(detail::addReasonCode);
        if (act.hasOccurrenceDateTimeType()) {
            detail.setScheduled(new Period().setEndElement(act.getOccurrenceDateTimeType()));
        }
        var activity = new CarePlanActivityComponent().setDetail(detail);
        act.getSupportingInfo().stream().map(Reference::copy).forEach(activity::addOutcomeReference);
        return activity;
    }

    private void nameForPeople(CodeableConcept reason) {
        if (reason.hasCoding() && !reason.hasText()) {
            reason.setText(names.of(reason.getCodingFirstRep()));
        }
    }
}
