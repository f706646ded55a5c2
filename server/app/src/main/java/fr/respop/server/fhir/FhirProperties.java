package fr.respop.server.fhir;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The REST face of the server.
 *
 * @param baseUrl the address that clients use, when a proxy stands before the server; otherwise taken from the request
 * @param defaultPageSize entries in a page of search results when the client asks for no number
 * @param maximumPageSize the most entries that a client can ask for with {@code _count}
 * @param maximumBodySize the largest request body that is read
 */
@ConfigurationProperties("respop.fhir")
public record FhirProperties(
        @Nullable URI baseUrl,
        @DefaultValue("50") int defaultPageSize,
        @DefaultValue("1000") int maximumPageSize,
        @DefaultValue("20MB") DataSize maximumBodySize) {}
