package fr.respop.engine.content;

import java.util.Collection;
import java.util.Optional;
import org.hl7.fhir.r4.model.Library;
import org.hl7.fhir.r4.model.Measure;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ValueSet;

/**
 * Where libraries, measures and value sets come from.
 *
 * <p>Each is asked for by canonical: {@code url|version} for exactly that version, {@code url} for the latest. The
 * answers must not change during the life of a {@link Content}, and must not be changed by anybody afterwards. Calls may
 * overlap.
 */
public interface ContentSource {

    Optional<Library> library(String canonical);

    /**
     * A library by the name that CQL's {@code include} gives, for content whose library urls do not end with their
     * names or do not share the namespace of the library that includes them.
     *
     * @param version the version, or an empty string for the latest
     */
    Optional<Library> libraryByName(String name, String version);

    Optional<Measure> measure(String canonical);

    Optional<ValueSet> valueSet(String canonical);

    /** The libraries, measures and value sets among these resources, which must not be changed afterwards. */
    static ContentSource of(Collection<? extends Resource> resources) {
        return new ListContentSource(resources);
    }
}
