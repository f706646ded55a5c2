package fr.respop.engine.report;

import java.util.List;
import org.hl7.fhir.r4.model.MeasureReport;

/**
 * The report of some of the subjects of a population.
 *
 * @param report the counts of the subjects that could be scored
 * @param subjects how many those are
 * @param failures the subjects that could not be scored
 */
public record PartialReport(MeasureReport report, int subjects, List<SubjectFailure> failures) {

    public PartialReport {
        failures = List.copyOf(failures);
    }
}
