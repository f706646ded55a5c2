package fr.respop.server.reporting;

import fr.respop.engine.MeasurementPeriod;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.scheduling.support.CronExpression;

/**
 * Which months have reports, and when they are made.
 *
 * @param cron when the server looks for reports to make; it must come again and again
 * @param zone the time zone in which months begin and end
 */
record ReportingCalendar(CronExpression cron, ZoneId zone) {

    /** How far back missed months are made up for. */
    private static final int MONTHS_BACK = 12;

    /** The next time to look for reports to make. */
    Instant next(Instant now) {
        return next(now.atZone(zone)).toInstant();
    }

    private ZonedDateTime next(ZonedDateTime time) {
        return Objects.requireNonNull(cron.next(time));
    }

    /** The last month whose reports are due: that is over, and after whose end the time to make them has come. */
    YearMonth lastDue(Instant now) {
        var month = month(now).minusMonths(1);
        while (dueFrom(month).isAfter(now)) {
            month = month.minusMonths(1);
        }
        return month;
    }

    private Instant dueFrom(YearMonth month) {
        // The first instant of the next month counts, so that the search begins just before it.
        return next(period(month).end()).toInstant();
    }

    /**
     * The months whose reports are to be made, the oldest first.
     *
     * @param kept those that have one; the first report of all is that of the last month
     */
    List<YearMonth> missing(Set<YearMonth> kept, YearMonth lastDue) {
        var first = kept.isEmpty() ? lastDue : Collections.min(kept);
        var earliest = lastDue.minusMonths(MONTHS_BACK - 1);
        return Stream.iterate(
                        first.isBefore(earliest) ? earliest : first,
                        month -> !month.isAfter(lastDue),
                        month -> month.plusMonths(1))
                .filter(month -> !kept.contains(month))
                .toList();
    }

    /** Whether data of now are not those of the month after. */
    boolean isLate(YearMonth month, Instant now) {
        return month(now).isAfter(month.plusMonths(1));
    }

    YearMonth month(Instant instant) {
        return YearMonth.from(instant.atZone(zone));
    }

    MeasurementPeriod period(YearMonth month) {
        return MeasurementPeriod.of(month.toString(), month.toString(), zone);
    }
}
