package fr.respop.server.fhir.evaluation;

import fr.respop.engine.content.ContentSource;
import fr.respop.server.fhir.LocalStore;
import fr.respop.server.fhir.StoredCanonicals;
import java.util.Optional;
import org.hl7.fhir.r4.model.Library;
import org.hl7.fhir.r4.model.Measure;
import org.hl7.fhir.r4.model.ValueSet;

/** The content that is stored in this server, by canonical. */
final class StoredContentSource implements ContentSource {

    private final StoredCanonicals stored;

    StoredContentSource(LocalStore store) {
        this.stored = new StoredCanonicals(store);
    }

    @Override
    public Optional<Library> library(String canonical) {
        return stored.find(Library.class, canonical);
    }

    @Override
    public Optional<Library> libraryByName(String name, String version) {
        return stored.findBy(Library.class, "name:exact", name, version);
    }

    @Override
    public Optional<Measure> measure(String canonical) {
        return stored.find(Measure.class, canonical);
    }

    @Override
    public Optional<ValueSet> valueSet(String canonical) {
        return stored.find(ValueSet.class, canonical);
    }
}
