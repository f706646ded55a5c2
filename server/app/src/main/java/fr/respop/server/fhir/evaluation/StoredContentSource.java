package fr.respop.server.fhir.evaluation;

import ca.uhn.fhir.context.FhirContext;
import fr.respop.engine.content.ContentSource;
import fr.respop.server.fhir.LocalStore;
import fr.respop.server.fhir.StoredCanonicals;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.Library;
import org.hl7.fhir.r4.model.Measure;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ValueSet;

/** The content that is stored in this server, by canonical. */
final class StoredContentSource implements ContentSource {

    private final LocalStore store;
    private final StoredCanonicals stored;

    StoredContentSource(LocalStore store) {
        this.store = store;
        this.stored = new StoredCanonicals(store);
    }

    @Override
    public Optional<Library> library(String canonical) {
        return byReferenceOrUrl(Library.class, canonical);
    }

    @Override
    public Optional<Library> libraryByName(String name, String version) {
        return stored.findBy(Library.class, "name:exact", name, version);
    }

    @Override
    public Optional<Measure> measure(String canonical) {
        return byReferenceOrUrl(Measure.class, canonical);
    }

    @Override
    public Optional<ValueSet> valueSet(String canonical) {
        return stored.find(ValueSet.class, canonical);
    }

    @Override
    public Optional<CodeSystem> codeSystem(String canonical) {
        return stored.find(CodeSystem.class, canonical);
    }

    @Override
    public List<Resource> shared(String type) {
        var resourceClass =
                FhirContext.forR4Cached().getResourceDefinition(type).getImplementingClass();
        return List.copyOf(store.search(resourceClass.asSubclass(Resource.class), ""));
    }

    private <T extends MetadataResource> Optional<T> byReferenceOrUrl(Class<T> type, String canonical) {
        var reference = type.getSimpleName() + "/";
        return canonical.startsWith(reference)
                ? store.find(type, canonical.substring(reference.length()))
                : stored.find(type, canonical);
    }
}
