package fr.respop.server.identity;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How strictly national identifiers are checked.
 *
 * @param nirKey for the INS-NIR of residents; the test and demonstration systems only ever warn
 * @param rppsKey for the RPPS of health professionals
 */
@ConfigurationProperties("respop.identity")
public record IdentityProperties(
        @DefaultValue("error") KeyCheck nirKey,
        @DefaultValue("error") KeyCheck rppsKey) {}
