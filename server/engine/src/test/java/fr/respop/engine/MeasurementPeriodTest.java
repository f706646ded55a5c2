package fr.respop.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MeasurementPeriodTest {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    @ParameterizedTest
    @CsvSource({
        "2025, 2025-01-01T00:00:00.000+01:00",
        "2025-07, 2025-07-01T00:00:00.000+02:00",
        "2025-07-14, 2025-07-14T00:00:00.000+02:00",
        "2025-07-14T10:00, 2025-07-14T10:00:00.000+02:00",
        "2025-07-14T10:00:30, 2025-07-14T10:00:30.000+02:00",
        "2025-07-14T10:00:30Z, 2025-07-14T12:00:30.000+02:00",
        "2025-07-14T10:00:30.250+02:00, 2025-07-14T10:00:30.250+02:00"
    })
    void startsWithTheFirstMillisecondOfWhatIsStated(String stated, String start) {
        var period = MeasurementPeriod.of(stated, "2026", PARIS);

        assertThat(period.start().toOffsetDateTime()).isEqualTo(start);
        assertThat(period.zone()).isEqualTo(PARIS);
    }

    @ParameterizedTest
    @CsvSource({
        "2025, 2025-12-31T23:59:59.999+01:00",
        "2024-02, 2024-02-29T23:59:59.999+01:00",
        "2025-07-14, 2025-07-14T23:59:59.999+02:00",
        "2025-07-14T10:00+02:00, 2025-07-14T10:00:59.999+02:00",
        "2025-07-14T10:00:30, 2025-07-14T10:00:30.999+02:00",
        "2025-07-14T10:00:30Z, 2025-07-14T12:00:30.999+02:00",
        "2025-07-14T10:00:30.250+02:00, 2025-07-14T10:00:30.250+02:00"
    })
    void endsWithTheLastMillisecondOfWhatIsStated(String stated, String end) {
        var period = MeasurementPeriod.of("2020", stated, PARIS);

        assertThat(period.end().toOffsetDateTime()).isEqualTo(end);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"25", "2025-13", "2025-02-30", "01/02/2025", "2025-01-01T25:00:00Z", "2025-01-01T", "today"})
    void refusesWhatIsNotADate(String text) {
        assertThatThrownBy(() -> MeasurementPeriod.of(text, "2025", PARIS))
                .isInstanceOfSatisfying(
                        InvalidPeriod.class,
                        refusal -> assertThat(refusal.parameter()).isEqualTo("periodStart"))
                .hasMessageContaining(text);
    }

    @Test
    void saysWhichDateIsMissing() {
        assertThatThrownBy(() -> MeasurementPeriod.of("2025", " ", PARIS))
                .isInstanceOf(InvalidPeriod.class)
                .hasMessage("periodEnd is missing");
        assertThatThrownBy(() -> MeasurementPeriod.of(null, "2025", PARIS))
                .isInstanceOf(InvalidPeriod.class)
                .hasMessage("periodStart is missing");
    }

    @Test
    void refusesAnEndBeforeTheStart() {
        assertThatThrownBy(() -> MeasurementPeriod.of("2025-02", "2025-01", PARIS))
                .isInstanceOfSatisfying(InvalidPeriod.class, refusal -> {
                    assertThat(refusal.parameter()).isEqualTo("periodEnd");
                    assertThat(refusal.reason()).startsWith("is before periodStart");
                });
    }

    @Test
    void acceptsAPeriodOfOneMillisecond() {
        var instant = "2025-07-14T10:00:30.250+02:00";

        var period = MeasurementPeriod.of(instant, instant, PARIS);

        assertThat(period.start()).isEqualTo(period.end());
    }

    @Test
    void refusesTwoTimeZones() {
        var start = ZonedDateTime.of(2025, 1, 1, 0, 0, 0, 0, PARIS);
        var end = ZonedDateTime.of(2025, 12, 31, 0, 0, 0, 0, ZoneId.of("UTC"));

        assertThatThrownBy(() -> new MeasurementPeriod(start, end))
                .isInstanceOf(InvalidPeriod.class)
                .hasMessageContaining("time zone");
    }

    @Test
    void keepsNoMoreThanMilliseconds() {
        var start = ZonedDateTime.of(2025, 1, 1, 0, 0, 0, 123_456_789, PARIS);

        var period = new MeasurementPeriod(start, start);

        assertThat(period.start().getNano()).isEqualTo(123_000_000);
    }
}
