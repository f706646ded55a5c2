package fr.respop.server.fhir.evaluation;

import ca.uhn.fhir.jpa.packages.PackageVersionComparator;
import fr.respop.engine.content.ContentSource;
import fr.respop.server.fhir.LocalStore;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Optional;
import org.hl7.fhir.r4.model.Library;
import org.hl7.fhir.r4.model.Measure;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.ValueSet;

/** The content that is stored in this server, by canonical. */
final class StoredContentSource implements ContentSource {

    private static final Comparator<MetadataResource> BY_VERSION = Comparator.comparing(
            resource -> resource.hasVersion() ? resource.getVersion() : "0", PackageVersionComparator.INSTANCE);

    private final LocalStore store;

    StoredContentSource(LocalStore store) {
        this.store = store;
    }

    @Override
    public Optional<Library> library(String canonical) {
        return byCanonical(Library.class, canonical);
    }

    @Override
    public Optional<Library> libraryByName(String name, String version) {
        return latest(Library.class, "name:exact=" + encode(name) + versionClause(version));
    }

    @Override
    public Optional<Measure> measure(String canonical) {
        return byCanonical(Measure.class, canonical);
    }

    @Override
    public Optional<ValueSet> valueSet(String canonical) {
        return byCanonical(ValueSet.class, canonical);
    }

    private <T extends MetadataResource> Optional<T> byCanonical(Class<T> type, String canonical) {
        var bar = canonical.indexOf('|');
        var url = bar < 0 ? canonical : canonical.substring(0, bar);
        var version = bar < 0 ? "" : canonical.substring(bar + 1);
        return latest(type, "url=" + encode(url) + versionClause(version));
    }

    private <T extends MetadataResource> Optional<T> latest(Class<T> type, String query) {
        return store.search(type, query).stream().max(BY_VERSION);
    }

    private static String versionClause(String version) {
        return version.isEmpty() ? "" : "&version=" + encode(version);
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
