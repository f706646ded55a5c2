package fr.respop.engine;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * The period that an evaluation looks at; both ends belong to it, to the millisecond.
 *
 * <p>Milliseconds matter: CQL leaves the comparison of a period in seconds with data in milliseconds undecided, and a
 * measure then counts nobody.
 *
 * @param start the first instant, with the time zone that dates without one are read in
 * @param end the last instant, in the same zone; also the instant at which the evaluation takes place
 */
public record MeasurementPeriod(ZonedDateTime start, ZonedDateTime end) {

    public MeasurementPeriod {
        start = start.truncatedTo(ChronoUnit.MILLIS);
        end = end.truncatedTo(ChronoUnit.MILLIS);
        if (!start.getZone().equals(end.getZone())) {
            throw new InvalidPeriod("periodEnd", "is in the time zone " + end.getZone() + ", not " + start.getZone());
        }
        if (end.isBefore(start)) {
            throw new InvalidPeriod("periodEnd", "is before periodStart: " + end + " < " + start);
        }
    }

    /**
     * Reads a period from the dates of a request.
     *
     * @param start a FHIR date or dateTime of any precision: a year, a month, a day, or a time to the millisecond
     * @param end the same; what it does not state is taken as late as possible, so {@code 2025} ends on 31 December at
     *     23:59:59.999
     * @param zone the time zone of dates that state none; the period is expressed in it
     * @throws InvalidPeriod if a date is missing or is not a date, or if the end is before the start
     */
    public static MeasurementPeriod of(@Nullable String start, @Nullable String end, ZoneId zone) {
        return new MeasurementPeriod(
                PeriodBoundary.PERIOD_START.parse(start, zone), PeriodBoundary.PERIOD_END.parse(end, zone));
    }

    /** The time zone in which dates without one are read. */
    public ZoneId zone() {
        return start.getZone();
    }
}
