package fr.respop.server.fhir.evaluation;

import fr.respop.engine.EvaluatorSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How measures are evaluated; none of it but the time zone changes a result.
 *
 * @param timeZone the zone of dates that state none, in requests and in data
 * @param threads how many residents are evaluated at once; as many as processors when unset
 * @param chunkSize how many residents are read and scored together, 1 to 400
 * @param timeLimit how long the CQL of one resident may take before the evaluation of that resident is given up
 * @param synchronousLimit the most residents that an evaluation looks at while its client waits, whatever the number of
 *     measures; more are evaluated in the background only
 * @param concurrentJobs how many evaluations this server carries out in the background at once
 * @param jobInterval how often a server notes how far its background evaluations have come, and looks for those that
 *     were cancelled, asked for or left behind on another server
 * @param keepResultsDays how many days the results of single residents are kept for the next evaluation of the same
 *     measures, period and population; 0 to keep none
 */
@ConfigurationProperties("respop.evaluation")
public record EvaluationProperties(
        @DefaultValue("Europe/Paris") ZoneId timeZone,
        @Nullable Integer threads,
        @DefaultValue("250") int chunkSize,
        @DefaultValue("30s") Duration timeLimit,
        @DefaultValue("20000") long synchronousLimit,
        @DefaultValue("1") int concurrentJobs,
        @DefaultValue("5s") Duration jobInterval,
        @DefaultValue("35") int keepResultsDays) {

    public EvaluationProperties {
        if (timeLimit.isNegative() || timeLimit.isZero()) {
            throw new IllegalArgumentException("respop.evaluation.time-limit is more than nothing, such as 30s");
        }
    }

    /** The engine's view of these settings. */
    public EvaluatorSettings evaluatorSettings() {
        var processors = Runtime.getRuntime().availableProcessors();
        return new EvaluatorSettings(threads == null ? processors : threads, chunkSize, timeLimit, clock());
    }

    /** Whether results of residents are kept at all. */
    public boolean keepsResults() {
        return keepResultsDays > 0;
    }

    /** Tells the time in the time zone of evaluations. */
    public Clock clock() {
        return Clock.system(timeZone);
    }
}
