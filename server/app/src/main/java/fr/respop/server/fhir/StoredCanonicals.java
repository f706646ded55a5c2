package fr.respop.server.fhir;

import ca.uhn.fhir.jpa.packages.PackageVersionComparator;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Optional;
import org.hl7.fhir.r4.model.MetadataResource;
import org.springframework.stereotype.Component;

/** The stored resource that a canonical names: the version that it names, else the latest one. */
@Component
public class StoredCanonicals {

    private static final Comparator<MetadataResource> BY_VERSION = Comparator.comparing(
            resource -> resource.hasVersion() ? resource.getVersion() : "0", PackageVersionComparator.INSTANCE);

    private final LocalStore store;

    public StoredCanonicals(LocalStore store) {
        this.store = store;
    }

    /** The resource with a canonical, which may end in a bar and a version. */
    public <T extends MetadataResource> Optional<T> find(Class<T> type, String canonical) {
        var bar = canonical.indexOf('|');
        var url = bar < 0 ? canonical : canonical.substring(0, bar);
        var version = bar < 0 ? "" : canonical.substring(bar + 1);
        return findBy(type, "url", url, version);
    }

    /**
     * The resource whose search parameter has a value.
     *
     * @param parameter a search parameter, with its modifier
     * @param version its version; the latest one when empty
     */
    public <T extends MetadataResource> Optional<T> findBy(
            Class<T> type, String parameter, String value, String version) {
        var query = parameter + "=" + encode(value) + (version.isEmpty() ? "" : "&version=" + encode(version));
        return store.search(type, query).stream().max(BY_VERSION);
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
