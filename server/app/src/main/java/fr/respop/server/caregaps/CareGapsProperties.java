package fr.respop.server.caregaps;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much one answer about many residents holds: an answer is in memory as a whole.
 *
 * @param residentLimit the most residents with a document
 * @param gapLimit the most items in all documents
 */
@ConfigurationProperties("respop.care-gaps")
public record CareGapsProperties(
        @DefaultValue("1000") int residentLimit,
        @DefaultValue("5000") int gapLimit) {}
