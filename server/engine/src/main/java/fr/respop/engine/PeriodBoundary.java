package fr.respop.engine;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One end of a measurement period, which knows how to complete a date that states less than a millisecond. */
enum PeriodBoundary {
    PERIOD_START("periodStart"),
    PERIOD_END("periodEnd");

    private static final Pattern DATE_TIME =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}T(\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?)(Z|[+-]\\d{2}:\\d{2})?");
    private static final int MINUTES = "10:00".length();
    private static final int SECONDS = "10:00:00".length();

    private final String parameter;

    PeriodBoundary(String parameter) {
        this.parameter = parameter;
    }

    ZonedDateTime parse(@Nullable String text, ZoneId zone) {
        if (text == null || text.isBlank()) {
            throw new InvalidPeriod(parameter, "is missing");
        }
        try {
            return text.contains("T") ? time(text, zone) : day(text).atZone(zone);
        } catch (DateTimeException unreadable) {
            throw new InvalidPeriod(
                    parameter,
                    "is not a date (YYYY, YYYY-MM or YYYY-MM-DD) nor a date and time (YYYY-MM-DDThh:mm:ss.sss+zz:zz): "
                            + text);
        }
    }

    private LocalDateTime day(String text) {
        var isStart = this == PERIOD_START;
        var date = switch (text.length()) {
            case 4 ->
                isStart
                        ? Year.parse(text).atDay(1)
                        : YearMonth.of(Year.parse(text).getValue(), 12).atEndOfMonth();
            case 7 ->
                isStart ? YearMonth.parse(text).atDay(1) : YearMonth.parse(text).atEndOfMonth();
            default -> LocalDate.parse(text);
        };
        return isStart ? date.atStartOfDay() : date.atTime(LocalTime.MAX.truncatedTo(ChronoUnit.MILLIS));
    }

    private ZonedDateTime time(String text, ZoneId zone) {
        var parts = DATE_TIME.matcher(text);
        if (!parts.matches()) {
            throw new DateTimeException("Not a date and time");
        }
        var stated = parts.group(2) == null
                ? LocalDateTime.parse(text).atZone(zone)
                : OffsetDateTime.parse(text).atZoneSameInstant(zone);
        return this == PERIOD_START ? stated : stated.plus(unstatedMillis(parts.group(1)), ChronoUnit.MILLIS);
    }

    private static long unstatedMillis(String time) {
        if (time.length() == MINUTES) {
            return 59_999;
        }
        return time.length() == SECONDS ? 999 : 0;
    }
}
