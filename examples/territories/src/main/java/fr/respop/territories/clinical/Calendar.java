package fr.respop.territories.clinical;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** The time of the histories: all of them end on the day of evaluation, and count days back from it. */
public final class Calendar {

    /** The last day of the demonstration's measurement period. */
    public static final LocalDate EVALUATION = LocalDate.of(2025, 12, 31);

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private Calendar() {}

    static LocalDate daysAgo(int days) {
        return EVALUATION.minusDays(days);
    }

    static LocalDate yearsAgo(int years, int days) {
        return EVALUATION.minusYears(years).minusDays(days);
    }

    /** An instant as French systems write it, with the offset of Paris in that season. */
    static String instant(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(PARIS).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
    }
}
