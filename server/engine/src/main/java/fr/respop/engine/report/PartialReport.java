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
record PartialReport(MeasureReport report, int subjects, List<SubjectFailure> failures) {

    public PartialReport {
        failures = List.copyOf(failures);
    }

    /** Makes this the report of so many times the subjects, who all count alike. */
    PartialReport times(int factor) {
        for (var group : report.getGroup()) {
            multiply(CountedPopulation.of(group), factor);
            for (var stratifier : group.getStratifier()) {
                stratifier.getStratum().forEach(stratum -> multiply(CountedPopulation.of(stratum), factor));
            }
        }
        SupplementalData.multiply(report, factor);
        return new PartialReport(report, subjects * factor, failures);
    }

    private static void multiply(List<CountedPopulation> populations, int factor) {
        populations.forEach(population -> population.setCount(population.count() * factor));
    }
}
