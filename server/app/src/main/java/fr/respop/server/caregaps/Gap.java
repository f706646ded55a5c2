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
 * @param report the resident's individual report of the measure
 */
record Gap(
        GapMeasure measure,
        GapStatus status,
        Optional<DateType> lastDone,
        Optional<DateType> due,
        MeasureReport report) {}
