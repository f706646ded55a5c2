package fr.respop.engine.report;

import org.hl7.fhir.r4.model.Measure;
import org.hl7.fhir.r4.model.MeasureReport;

/**
 * Keeps, of a stratifier with several components, the strata that have a value of each.
 *
 * <p>Clinical-reasoning 4.4.0 adds a stratum that counts nobody for subjects to whom a component gives no value, such as
 * those outside the population.
 */
final class CombinedStrata {

    private CombinedStrata() {}

    static void keep(MeasureReport report, Measure measure) {
        for (int group = 0; group < report.getGroup().size(); group++) {
            var stratifiers = measure.getGroup().get(group).getStratifier();
            for (int index = 0; index < stratifiers.size(); index++) {
                int components = stratifiers.get(index).getComponent().size();
                if (components > 1) {
                    report.getGroup()
                            .get(group)
                            .getStratifier()
                            .get(index)
                            .getStratum()
                            .removeIf(stratum -> stratum.getComponent().size() < components);
                }
            }
        }
    }
}
