package fr.respop.server.worklist;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much a work list may ask of the server while its client waits.
 *
 * @param residentLimit the most residents that are looked at
 */
@ConfigurationProperties("respop.work-list")
public record WorkListProperties(@DefaultValue("3000") int residentLimit) {}
