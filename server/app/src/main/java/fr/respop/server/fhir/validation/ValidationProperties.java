package fr.respop.server.fhir.validation;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which resources that claim a profile of the programme are validated when they are written.
 *
 * @param rest those that come in through REST, in single requests, batches, transactions and imports
 * @param internal those that the server loads or makes itself
 */
@ConfigurationProperties("respop.validation")
public record ValidationProperties(
        @DefaultValue("true") boolean rest,
        @DefaultValue("false") boolean internal) {}
