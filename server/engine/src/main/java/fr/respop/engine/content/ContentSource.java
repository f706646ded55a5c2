package fr.respop.engine.content;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.Library;
import org.hl7.fhir.r4.model.Measure;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ValueSet;

/**
 * Where libraries, measures, value sets and code systems come from.
 *
 * <p>Each is asked for by canonical: {@code url|version} for exactly that version, {@code url} for the latest. The
 * answers must not change during the life of a {@link Content}, and must not be changed by anybody afterwards. Calls may
 * overlap.
 */
public interface ContentSource {

    /** A library by canonical or, for measures that name it so, by a reference {@code Library/<id>}. */
    Optional<Library> library(String canonical);

    /**
     * A library by the name that CQL's {@code include} gives, for content whose library urls do not end with their
     * names or do not share the namespace of the library that includes them.
     *
     * @param version the version, or an empty string for the latest
     */
    Optional<Library> libraryByName(String name, String version);

    /** A measure by canonical, or by a reference {@code Measure/<id>}. */
    Optional<Measure> measure(String canonical);

    Optional<ValueSet> valueSet(String canonical);

    Optional<CodeSystem> codeSystem(String canonical);

    /**
     * All resources of a type that belongs to no patient, such as Medication or Location, for CQL that retrieves them. They
     * are read anew by each evaluation, since they may change at any time.
     */
    List<Resource> shared(String type);

    /** The libraries, measures, value sets and code systems among these resources, which must not be changed afterwards. */
    static ContentSource of(Collection<? extends Resource> resources) {
        return new ListContentSource(resources);
    }
}
