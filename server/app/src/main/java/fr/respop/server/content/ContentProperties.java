package fr.respop.server.content;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.io.Resource;
import org.springframework.util.unit.DataSize;

/**
 * Which content the server installs.
 *
 * @param contentPackage what it installs when it starts: the location of a FHIR package ({@code .tgz}), the one in the
 *     server's jar or a file
 * @param maximumUnpackedSize the most that a package may hold, at start or by {@code $install}
 */
@ConfigurationProperties("respop.content")
public record ContentProperties(
        @DefaultValue("classpath:org.respop.fhir.tgz") Resource contentPackage,
        @DefaultValue("100MB") DataSize maximumUnpackedSize) {}
