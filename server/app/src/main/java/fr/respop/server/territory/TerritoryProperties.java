package fr.respop.server.territory;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How residents follow their territories.
 *
 * @param refreshInterval how soon this server sees a territory that another server on the same database changed
 * @param settleTime how long after a change its residents are visited a second time, for those that a transaction wrote
 *     which had not seen the change yet; longer than the refresh interval and than the longest transaction
 * @param pageSize how many residents are visited in one transaction
 */
@ConfigurationProperties("respop.territory")
public record TerritoryProperties(
        @DefaultValue("5s") Duration refreshInterval,
        @DefaultValue("60s") Duration settleTime,
        @DefaultValue("200") int pageSize) {}
