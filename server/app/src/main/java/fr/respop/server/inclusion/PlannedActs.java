package fr.respop.server.inclusion;

import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CarePlan.CarePlanActivityComponent;

/** Compares the acts of a stored plan with those of the same plan made anew. */
final class PlannedActs {

    private PlannedActs() {}

    /**
     * Leaves an act that was never done due since the day that the stored plan says; made anew, it is due on the day on
     * which the plan is made.
     */
    static void keepWaiting(CarePlan stored, CarePlan now) {
        for (var act : acts(now)) {
            if (!act.hasOutcomeReference()) {
                find(stored, act)
                        .filter(before -> !before.hasOutcomeReference())
                        .map(before -> before.getDetail().getScheduled())
                        .ifPresent(act.getDetail()::setScheduled);
            }
        }
    }

    /** Whether a reader sees the same acts, in the same states, for the same stratum. */
    static boolean areSame(CarePlan stored, CarePlan now) {
        return Base.compareDeep(stored.getInstantiatesCanonical(), now.getInstantiatesCanonical(), false)
                && Base.compareDeep(stored.getSupportingInfo(), now.getSupportingInfo(), false)
                && Base.compareDeep(acts(stored), acts(now), false);
    }

    private static Optional<CarePlanActivityComponent> find(CarePlan plan, CarePlanActivityComponent act) {
        return acts(plan).stream()
                .filter(other -> Base.compareDeep(
                        other.getDetail().getInstantiatesCanonical(),
                        act.getDetail().getInstantiatesCanonical(),
                        false))
                .findFirst();
    }

    private static List<CarePlanActivityComponent> acts(CarePlan plan) {
        return plan.getActivity().stream()
                .filter(CarePlanActivityComponent::hasDetail)
                .toList();
    }
}
