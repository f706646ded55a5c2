package fr.respop.engine.content;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.Library;
import org.hl7.fhir.r4.model.Measure;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ValueSet;

final class ListContentSource implements ContentSource {

    private final List<Resource> resources;

    ListContentSource(Collection<? extends Resource> resources) {
        this.resources = List.copyOf(resources);
    }

    @Override
    public Optional<Library> library(String canonical) {
        return byCanonical(Library.class, canonical).or(() -> byReference(Library.class, canonical));
    }

    @Override
    public Optional<Library> libraryByName(String name, String version) {
        return latest(of(Library.class).filter(library -> name.equals(library.getName())), version);
    }

    @Override
    public Optional<Measure> measure(String canonical) {
        return byCanonical(Measure.class, canonical).or(() -> byReference(Measure.class, canonical));
    }

    @Override
    public Optional<ValueSet> valueSet(String canonical) {
        return byCanonical(ValueSet.class, canonical);
    }

    @Override
    public Optional<CodeSystem> codeSystem(String canonical) {
        return byCanonical(CodeSystem.class, canonical);
    }

    @Override
    public List<Resource> shared(String type) {
        return resources.stream()
                .filter(resource -> type.equals(resource.fhirType()))
                .toList();
    }

    private <T extends MetadataResource> Optional<T> byCanonical(Class<T> type, String canonical) {
        var parts = canonical.split("\\|", 2);
        return latest(
                of(type).filter(resource -> parts[0].equals(resource.getUrl())), parts.length == 2 ? parts[1] : "");
    }

    private <T extends MetadataResource> Optional<T> byReference(Class<T> type, String reference) {
        return of(type).filter(resource -> reference.equals(resource.fhirType() + "/" + resource.getIdPart()))
                .findFirst();
    }

    private static <T extends MetadataResource> Optional<T> latest(Stream<T> resources, String version) {
        Predicate<T> isWanted = resource -> version.isEmpty() || version.equals(resource.getVersion());
        return resources
                .filter(isWanted)
                .max(Comparator.comparing(
                        resource -> Optional.ofNullable(resource.getVersion()).orElse(""), Versions.ASCENDING));
    }

    private <T extends Resource> Stream<T> of(Class<T> type) {
        return resources.stream().filter(type::isInstance).map(type::cast);
    }
}
