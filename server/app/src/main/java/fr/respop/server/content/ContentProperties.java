package fr.respop.server.content;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.io.Resource;

/**
 * Which content the server installs when it starts.
 *
 * @param contentPackage the location of a FHIR package ({@code .tgz}): the one in the server's jar, or a file
 */
@ConfigurationProperties("respop.content")
public record ContentProperties(
        @DefaultValue("classpath:org.respop.fhir.tgz") Resource contentPackage) {}
