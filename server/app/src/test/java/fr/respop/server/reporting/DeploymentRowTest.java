package fr.respop.server.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.MeasureReport;
import org.junit.jupiter.api.Test;

class DeploymentRowTest {

    @Test
    void comparesTheResidentsWithTheExpectedNumber() {
        var row = row(Optional.of(new BigDecimal("557.1")), 3159);

        assertThat(row.residents()).isEqualTo(18);
        assertThat(row.at("proposed")).isEqualTo(15);
        assertThat(row.at("included")).isZero();
        // 3159 × 557.1 / 100000 = 17.598789
        assertThat(row.expected()).contains(new BigDecimal("17.6"));
        // 100 × (18 − 17.598789) / 17.598789 = 2.2797
        assertThat(row.deviationPercent()).contains(new BigDecimal("2.3"));
    }

    @Test
    void withoutAPublishedNumberNothingIsExpected() {
        assertThat(row(Optional.empty(), 3159).expected()).isEmpty();
        assertThat(row(Optional.empty(), 3159).deviationPercent()).isEmpty();
    }

    @Test
    void nobodyIsNoShareOfNobody() {
        assertThat(row(Optional.of(new BigDecimal("557.1")), 0).expected()).contains(new BigDecimal("0.0"));
        assertThat(row(Optional.of(new BigDecimal("557.1")), 0).deviationPercent())
                .isEmpty();
    }

    private static DeploymentRow row(Optional<BigDecimal> per100000, int territoryResidents) {
        var stratum = new ExpectedStratum(new Coding("", "diabetes-4", ""), per100000, "");
        return new DeploymentRow(
                YearMonth.of(2026, 10),
                new MeasureReport(),
                stratum,
                territoryResidents,
                Map.of("identified", 3, "proposed", 15));
    }
}
