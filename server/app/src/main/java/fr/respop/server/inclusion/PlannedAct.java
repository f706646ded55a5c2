package fr.respop.server.inclusion;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CarePlan.CarePlanActivityComponent;
import org.hl7.fhir.r4.model.CarePlan.CarePlanActivityDetailComponent;
import org.hl7.fhir.r4.model.Coding;

/**
 * An act of a personal plan.
 *
 * @param item the follow-up item
 * @param due the day by which it is due; empty if it is due now
 * @param frequency how often, in French, if the logigramme says
 */
record PlannedAct(Coding item, Optional<LocalDate> due, Optional<String> frequency) {

    /** Those of a plan, the most urgent first. */
    static List<PlannedAct> of(CarePlan plan) {
        return plan.getActivity().stream()
                .filter(CarePlanActivityComponent::hasDetail)
                .map(activity -> of(activity.getDetail()))
                .sorted(Comparator.comparing((PlannedAct act) -> act.due().orElse(LocalDate.MIN))
                        .thenComparing(act -> act.item().getCode()))
                .toList();
    }

    private static PlannedAct of(CarePlanActivityDetailComponent detail) {
        var due = detail.hasScheduledPeriod() && detail.getScheduledPeriod().hasEnd()
                ? Optional.of(LocalDate.parse(detail.getScheduledPeriod()
                        .getEndElement()
                        .getValueAsString()
                        .substring(0, 10)))
                : Optional.<LocalDate>empty();
        // Logigrammes print the frequency in French, then in English.
        var frequency = Optional.ofNullable(detail.getDescription()).map(text -> text.split(" · ", 2)[0]);
        return new PlannedAct(detail.getCode().getCodingFirstRep(), due, frequency);
    }
}
