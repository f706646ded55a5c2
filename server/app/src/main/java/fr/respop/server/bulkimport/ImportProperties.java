package fr.respop.server.bulkimport;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * From where files are imported.
 *
 * @param sources the addresses under which files may lie: scheme and host, of any port if they name none, and of any path
 *     that begins like theirs
 * @param timeout how long a source may say nothing
 */
@ConfigurationProperties("respop.import")
public record ImportProperties(
        @DefaultValue("http://127.0.0.1") List<URI> sources,
        @DefaultValue("60s") Duration timeout) {}
