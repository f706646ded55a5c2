package fr.respop.engine.cql;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.List;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.StringType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencds.cqf.cql.engine.runtime.DateTime;
import org.opencds.cqf.cql.engine.runtime.Interval;

/** What translators do not write themselves, but others may. */
class DuringFilterTest {

    private static final DuringFilter IN_2025 = new DuringFilter(new Interval(
            new DateTime(OffsetDateTime.parse("2025-01-01T00:00:00+01:00")),
            true,
            new DateTime(OffsetDateTime.parse("2025-12-31T23:59:59.999+01:00")),
            true));

    @ParameterizedTest
    @CsvSource({"2025-06-01, true", "2025-06, true", "2024-12-31, false", "2026-01-01, false", "2025, false"})
    void takesADayThatIsKnownToBeInside(String date, boolean isDuring) {
        assertThat(IN_2025.holds(new DateType(date))).isEqualTo(isDuring);
    }

    @Test
    void takesARepeatingElementByAnyOfItsValues() {
        assertThat(IN_2025.holds(List.of(new DateType("2024-06-01"), new DateType("2025-06-01"))))
                .isTrue();
        assertThat(IN_2025.holds(List.of())).isFalse();
    }

    @Test
    void takesTheIntervalBetweenTwoElements() {
        var february = new DateTimeType("2025-02-01T10:00:00Z");
        var march = new DateTimeType("2025-03-01T10:00:00Z");

        assertThat(IN_2025.holds(february, march)).isTrue();
        assertThat(IN_2025.holds(february, new DateTimeType("2026-03-01T10:00:00Z")))
                .isFalse();
        assertThat(IN_2025.holds(null, march)).isFalse();
        assertThat(IN_2025.holds(february, null)).isFalse();
        assertThat(IN_2025.holds(null, null)).isFalse();
    }

    @Test
    void takesNothingThatIsNoDate() {
        assertThat(IN_2025.holds(null)).isFalse();
        assertThat(IN_2025.holds(new StringType("2025-06-01"))).isFalse();
        assertThat(IN_2025.holds(new DateTimeType())).isFalse();
    }
}
