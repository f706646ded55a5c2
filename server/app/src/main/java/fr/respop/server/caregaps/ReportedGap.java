package fr.respop.server.caregaps;

import fr.respop.server.fhir.programme.Gap;
import org.hl7.fhir.r4.model.MeasureReport;

/**
 * How a resident stands with one follow-up item, and the report that shows it.
 *
 * @param report the resident's individual report of the item's measure
 */
record ReportedGap(Gap gap, MeasureReport report) {}
