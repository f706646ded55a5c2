package fr.respop.server.terminology;

import java.util.Set;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.UriType;
import org.jspecify.annotations.Nullable;

/**
 * One translation of a code.
 *
 * @param equivalence how the target relates to the source, a code of FHIR's ConceptMapEquivalence
 * @param concept the target
 * @param map the canonical of the map that says so
 */
record Match(String equivalence, Target concept, @Nullable String map) {

    private static final Set<String> NO_TRANSLATION = Set.of("unmatched", "disjoint");

    /** A code in a system; without a code where the map says that there is none. */
    record Target(
            @Nullable String system,
            @Nullable String version,
            @Nullable String code,
            @Nullable String display) {}

    boolean isTranslation() {
        return !NO_TRANSLATION.contains(equivalence);
    }

    ParametersParameterComponent toParameter() {
        var match = new ParametersParameterComponent().setName("match");
        match.addPart().setName("equivalence").setValue(new CodeType(equivalence));
        if (concept.code() != null) {
            match.addPart()
                    .setName("concept")
                    .setValue(new Coding(concept.system(), concept.code(), concept.display())
                            .setVersion(concept.version()));
        }
        if (map != null) {
            match.addPart().setName("source").setValue(new UriType(map));
        }
        return match;
    }
}
