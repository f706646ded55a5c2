package fr.respop.server.content;

import fr.respop.engine.content.ContentSource;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.Library;
import org.hl7.fhir.r4.model.Measure;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ValueSet;

/**
 * The content as it will be once a package is installed: the package's own, and what stays beside it.
 *
 * @param own the package
 * @param beside what stays
 */
record PackageSources(ContentSource own, ContentSource beside) implements ContentSource {

    @Override
    public Optional<Library> library(String canonical) {
        return own.library(canonical).or(() -> beside.library(canonical));
    }

    @Override
    public Optional<Library> libraryByName(String name, String version) {
        return own.libraryByName(name, version).or(() -> beside.libraryByName(name, version));
    }

    @Override
    public Optional<Measure> measure(String canonical) {
        return own.measure(canonical).or(() -> beside.measure(canonical));
    }

    @Override
    public Optional<ValueSet> valueSet(String canonical) {
        return own.valueSet(canonical).or(() -> beside.valueSet(canonical));
    }

    @Override
    public Optional<CodeSystem> codeSystem(String canonical) {
        return own.codeSystem(canonical).or(() -> beside.codeSystem(canonical));
    }

    @Override
    public List<Resource> shared(String type) {
        return beside.shared(type);
    }
}
