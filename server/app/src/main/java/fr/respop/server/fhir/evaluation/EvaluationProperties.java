package fr.respop.server.fhir.evaluation;

import fr.respop.engine.EvaluatorSettings;
import java.time.Clock;
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
 */
@ConfigurationProperties("respop.evaluation")
public record EvaluationProperties(
        @DefaultValue("Europe/Paris") ZoneId timeZone,
        @Nullable Integer threads,
        @DefaultValue("250") int chunkSize) {

    /** The engine's view of these settings. */
    public EvaluatorSettings evaluatorSettings() {
        var processors = Runtime.getRuntime().availableProcessors();
        return new EvaluatorSettings(threads == null ? processors : threads, chunkSize, clock());
    }

    /** Tells the time in the time zone of evaluations. */
    public Clock clock() {
        return Clock.system(timeZone);
    }
}
