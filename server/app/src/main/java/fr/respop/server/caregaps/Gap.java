package fr.respop.server.caregaps;

import java.util.Optional;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.MeasureReport;

/**
 * How a resident stands with one follow-up item.
 *
 * @param measure the item's measure
 * @param status whether the item is done, due or overdue
 * @param lastDone the day it was last done; empty if never
 * @param due the day by which it is due; empty if it does not apply
 * @param recommendedDue the day by which it is recommended; empty if it does not apply or the measure does not say
 * @param report the resident's individual report of the measure
 */
record Gap(
        GapMeasure measure,
        GapStatus status,
        Optional<DateType> lastDone,
        Optional<DateType> due,
        Optional<DateType> recommendedDue,
        MeasureReport report) {

    private static final String POPULATION = "http://terminology.hl7.org/CodeSystem/measure-population";

    /** Whether the resident is of the measure's population: what others must do is no gap of theirs. */
    boolean isOfPopulation() {
        return report.getGroup().stream()
                .flatMap(group -> group.getPopulation().stream())
                .filter(population -> population.getCode().hasCoding(POPULATION, "initial-population"))
                .anyMatch(population -> population.getCount() > 0);
    }
}
