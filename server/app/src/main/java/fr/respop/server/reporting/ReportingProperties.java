package fr.respop.server.reporting;

import java.time.LocalDateTime;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.scheduling.support.CronExpression;

/**
 * How monthly reports are kept.
 *
 * @param enabled whether this server keeps them by itself
 * @param cron when it looks for reports to make (second, minute, hour, day of the month, month, day of the week), in the time
 *     zone of evaluations; those of a month are due from the first such time after its end
 * @param measures canonicals of the measures; those that the content marks when empty
 */
@ConfigurationProperties("respop.reporting")
public record ReportingProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("0 30 3 1-5 * *") String cron,
        @DefaultValue("") List<String> measures) {

    public ReportingProperties {
        if (CronExpression.parse(cron).next(LocalDateTime.of(2024, 1, 1, 0, 0)) == null) {
            throw new IllegalArgumentException(
                    "respop.reporting.cron is a time that comes, such as 0 30 3 1-5 * *, not " + cron);
        }
        // An empty property is bound as one empty name.
        measures = measures.stream().filter(measure -> !measure.isBlank()).toList();
    }
}
