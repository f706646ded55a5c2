package fr.respop.server.stratification;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How proposals of strata are kept up to date.
 *
 * @param enabled whether this server proposes strata by itself; {@code $stratify} works in any case
 * @param settleTime how long a resident's record must have been left alone before the strata are computed
 * @param interval how often the server looks for residents to compute
 */
@ConfigurationProperties("respop.stratification")
public record StratificationProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("2s") Duration settleTime,
        @DefaultValue("1s") Duration interval) {}
