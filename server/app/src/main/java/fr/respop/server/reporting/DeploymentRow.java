package fr.respop.server.reporting;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.r4.model.MeasureReport;

/**
 * How far a programme had come with the residents of a stratum in a month.
 *
 * @param report where the numbers come from
 * @param stratum with what is expected of it
 * @param territoryResidents how many people live in the territory
 * @param bySteps the residents of the stratum, by the furthest step of the programme with each; those of no one left out
 */
record DeploymentRow(
        YearMonth month,
        MeasureReport report,
        ExpectedStratum stratum,
        int territoryResidents,
        Map<String, Integer> bySteps) {

    /** The steps of the programme, in their order; their names are those that the content gives. */
    static final List<String> STEPS = List.of("identified", "proposed", "confirmed", "included");

    private static final BigDecimal REFERENCE = BigDecimal.valueOf(100_000);
    private static final BigDecimal PERCENT = BigDecimal.valueOf(100);

    int at(String step) {
        return bySteps.getOrDefault(step, 0);
    }

    /** The residents of the stratum, whatever the step. */
    int residents() {
        return bySteps.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** How many residents of the stratum are expected, to a tenth. */
    Optional<BigDecimal> expected() {
        return exactlyExpected().map(expected -> expected.setScale(1, RoundingMode.HALF_UP));
    }

    /** By how much the residents are more (or less, if negative) than expected, in percent, to a tenth. */
    Optional<BigDecimal> deviationPercent() {
        return exactlyExpected()
                .filter(expected -> expected.signum() > 0)
                .map(expected -> BigDecimal.valueOf(residents())
                        .subtract(expected)
                        .multiply(PERCENT)
                        .divide(expected, 1, RoundingMode.HALF_UP));
    }

    private Optional<BigDecimal> exactlyExpected() {
        return stratum.per100000()
                .map(rate ->
                        rate.multiply(BigDecimal.valueOf(territoryResidents)).divide(REFERENCE));
    }

    boolean isMadeUpLater() {
        return report.getMeta().getTag(KeptReports.TAGS, KeptReports.MADE_UP_LATER) != null;
    }
}
