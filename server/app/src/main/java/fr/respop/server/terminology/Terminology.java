package fr.respop.server.terminology;

import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import fr.respop.server.fhir.LocalStore;
import fr.respop.server.fhir.Refusal;
import fr.respop.server.fhir.StoredCanonicals;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.ConceptMap;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.ValueSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The code systems, value sets and concept maps of this server: the stored ones, then those of FHIR R4 itself. */
@Component
class Terminology {

    private final LocalStore store;
    private final StoredCanonicals stored;
    private final DefaultProfileValidationSupport partOfFhir;

    Terminology(LocalStore store, StoredCanonicals stored, DefaultProfileValidationSupport partOfFhir) {
        this.store = store;
        this.stored = stored;
        this.partOfFhir = partOfFhir;
    }

    Optional<CodeSystem> findCodeSystem(String canonical) {
        return stored.find(CodeSystem.class, canonical)
                .or(() -> partOfFhir(CodeSystem.class, canonical, partOfFhir::fetchCodeSystem));
    }

    Optional<ValueSet> findValueSet(String canonical) {
        return stored.find(ValueSet.class, canonical)
                .or(() -> partOfFhir(ValueSet.class, canonical, partOfFhir::fetchValueSet));
    }

    Optional<ConceptMap> findConceptMap(String canonical) {
        return stored.find(ConceptMap.class, canonical);
    }

    /** The stored maps that have a group from a code system, or to it when read in reverse. */
    List<ConceptMap> conceptMaps(String system, boolean isReverse) {
        var parameter = isReverse ? "target-system" : "source-system";
        return store.search(ConceptMap.class, parameter + "=" + URLEncoder.encode(system, StandardCharsets.UTF_8));
    }

    CodeSystem codeSystem(String element, String canonical) {
        return findCodeSystem(canonical)
                .orElseThrow(() -> Refusal.notFound(
                        element,
                        "This server has no code system " + canonical
                                + ". Search those it has with CodeSystem?_elements=url, or store it."));
    }

    ValueSet valueSet(String element, String canonical) {
        return findValueSet(canonical)
                .orElseThrow(() -> Refusal.notFound(
                        element,
                        "This server has no value set " + canonical
                                + ". Search those it has with ValueSet?_elements=url, or store it."));
    }

    ConceptMap conceptMap(String element, String canonical) {
        return findConceptMap(canonical)
                .orElseThrow(() -> Refusal.notFound(
                        element,
                        "This server has no concept map " + canonical
                                + ". Search those it has with ConceptMap?_elements=url, or store it."));
    }

    /** The resource on which an operation is called. */
    <T extends MetadataResource> T byId(Class<T> type, IdType id) {
        return store.find(type, id.getIdPart())
                .orElseThrow(() -> Refusal.notFound(
                        "", "There is no " + type.getSimpleName() + "/" + id.getIdPart() + " on this server."));
    }

    private static <T extends MetadataResource> Optional<T> partOfFhir(
            Class<T> type, String canonical, Function<String, @Nullable IBaseResource> source) {
        var bar = canonical.indexOf('|');
        var url = bar < 0 ? canonical : canonical.substring(0, bar);
        return Optional.ofNullable(source.apply(url))
                .map(type::cast)
                .filter(resource -> bar < 0 || canonical.substring(bar + 1).equals(resource.getVersion()));
    }
}
