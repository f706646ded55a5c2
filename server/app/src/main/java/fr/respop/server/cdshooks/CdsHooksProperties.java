package fr.respop.server.cdshooks;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The decision support at {@code /cds-services}.
 *
 * @param language the language of cards for whom asks for none that there is: {@code fr} or {@code en}
 */
@ConfigurationProperties("respop.cds-hooks")
public record CdsHooksProperties(@DefaultValue("fr") Language language) {}
