package fr.respop.server.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.scheduling.support.CronExpression;

class ReportingCalendarTest {

    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);

    private final ReportingCalendar calendar = calendar("0 30 3 1-5 * *");

    /** In winter Paris is one hour before UTC, in summer two. */
    @ParameterizedTest
    @CsvSource({
        "2026-11-01T02:29:59Z, 2026-09",
        "2026-11-01T02:30:00Z, 2026-10",
        "2026-11-30T23:59:59Z, 2026-10",
        "2026-07-01T01:29:59Z, 2026-05",
        "2026-07-01T01:30:00Z, 2026-06",
        "2027-01-01T02:30:00Z, 2026-12",
    })
    void aMonthIsDueFromTheFirstRunAfterItsEnd(Instant now, YearMonth last) {
        assertThat(calendar.lastDue(now)).isEqualTo(last);
    }

    @Test
    void monthsBeginWhenTheyBeginInParis() {
        assertThat(calendar.month(Instant.parse("2026-10-31T22:59:59Z"))).isEqualTo(OCTOBER);
        assertThat(calendar.month(Instant.parse("2026-10-31T23:00:00Z"))).isEqualTo(OCTOBER.plusMonths(1));
    }

    @Test
    void aRunAtMidnightOfTheFirstCounts() {
        var midnight = calendar("0 0 0 1 * *");

        assertThat(midnight.lastDue(Instant.parse("2026-10-31T22:59:59Z"))).isEqualTo(OCTOBER.minusMonths(1));
        assertThat(midnight.lastDue(Instant.parse("2026-10-31T23:00:00Z"))).isEqualTo(OCTOBER);
    }

    @Test
    void aServerThatLooksEachQuarterMakesItsMonthsThen() {
        var quarterly = calendar("0 0 4 1 1,4,7,10 *");

        assertThat(quarterly.lastDue(Instant.parse("2026-11-20T12:00:00Z"))).isEqualTo(YearMonth.of(2026, 9));
        assertThat(quarterly.lastDue(Instant.parse("2026-09-30T12:00:00Z"))).isEqualTo(YearMonth.of(2026, 6));
    }

    /** The clocks change on 29 March and 25 October 2026. */
    @ParameterizedTest
    @CsvSource({"2026-02, 672", "2026-03, 743", "2026-10, 745", "2026-11, 720"})
    void aPeriodIsTheWholeMonthWhereClocksChange(YearMonth month, long hours) {
        var period = calendar.period(month);

        assertThat(Duration.between(period.start(), period.end()).plusMillis(1)).isEqualTo(Duration.ofHours(hours));
        assertThat(calendar.month(period.start().toInstant())).isEqualTo(month);
        assertThat(calendar.month(period.end().toInstant())).isEqualTo(month);
    }

    /** 02:30 does not exist on the last Sunday of March, and exists twice on that of October. */
    @Test
    void aRunInTheHourThatClocksSkipOrRepeatComesOnThatDay() {
        var night = calendar("0 30 2 * * *");

        var march = night.next(Instant.parse("2026-03-28T23:30:00Z"));
        assertThat(march).isBetween(Instant.parse("2026-03-29T01:00:00Z"), Instant.parse("2026-03-30T00:30:00Z"));
        var october = night.next(Instant.parse("2026-10-24T23:00:00Z"));
        assertThat(october).isBetween(Instant.parse("2026-10-25T00:30:00Z"), Instant.parse("2026-10-25T01:30:00Z"));
    }

    @Test
    void theFirstReportIsThatOfTheLastMonth() {
        assertThat(calendar.missing(Set.of(), OCTOBER)).containsExactly(OCTOBER);
    }

    @Test
    void missedMonthsAreMadeUpForFromTheFirstReportOn() {
        var kept = Set.of(OCTOBER.minusMonths(4), OCTOBER.minusMonths(2));

        assertThat(calendar.missing(kept, OCTOBER))
                .containsExactly(OCTOBER.minusMonths(3), OCTOBER.minusMonths(1), OCTOBER);
        assertThat(calendar.missing(Set.of(OCTOBER), OCTOBER)).isEmpty();
    }

    @Test
    void noMoreThanAYearIsMadeUpFor() {
        assertThat(calendar.missing(Set.of(YearMonth.of(2020, 1)), OCTOBER))
                .hasSize(12)
                .startsWith(OCTOBER.minusMonths(11))
                .endsWith(OCTOBER);
    }

    @Test
    void aReportIsLateFromTheSecondMonthAfter() {
        assertThat(calendar.isLate(OCTOBER, Instant.parse("2026-11-30T22:59:59Z")))
                .isFalse();
        assertThat(calendar.isLate(OCTOBER, Instant.parse("2026-11-30T23:00:00Z")))
                .isTrue();
    }

    private static ReportingCalendar calendar(String cron) {
        return new ReportingCalendar(CronExpression.parse(cron), ZoneId.of("Europe/Paris"));
    }
}
