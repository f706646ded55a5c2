package fr.respop.server.demonstration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The synthetic territory that an empty server is filled with.
 *
 * @param enabled whether an empty server is filled at all
 * @param territory one of the pioneer territories, by the id of its Organization
 * @param scale residents of the real territory for one synthetic resident
 * @param seed the same seed gives the same residents
 */
@ConfigurationProperties("respop.demonstration")
public record DemonstrationProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("aube-et-sezannais") String territory,
        @DefaultValue("100") int scale,
        @DefaultValue("2025") long seed) {}
