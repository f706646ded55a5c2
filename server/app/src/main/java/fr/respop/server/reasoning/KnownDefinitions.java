package fr.respop.server.reasoning;

import ca.uhn.fhir.model.api.IQueryParameterType;
import ca.uhn.fhir.repository.IRepository;
import com.google.common.collect.Multimap;
import fr.respop.server.fhir.evaluation.CurrentContent;
import fr.respop.server.fhir.evaluation.PerContent;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.instance.model.api.IIdType;
import org.hl7.fhir.r4.model.ActivityDefinition;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.PlanDefinition;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;

/** The definitions that plans were made from, looked up once for each state of the content. */
@Component
class KnownDefinitions {

    private static final Set<Class<?>> TYPES = Set.of(PlanDefinition.class, ActivityDefinition.class);

    private final PerContent<Map<Search, Bundle>> found;
    private final PerContent<Map<String, Resource>> read;

    KnownDefinitions(CurrentContent content) {
        this.found = new PerContent<>(content, anew -> new ConcurrentHashMap<>());
        this.read = new PerContent<>(content, anew -> new ConcurrentHashMap<>());
    }

    /** For a plan of this resident: the same repository, but that definitions and the resident are those that are known. */
    IRepository in(IRepository stored, Patient resident) {
        return new KnowingRepository(stored, this, resident);
    }

    static boolean areOf(Class<?> type) {
        return TYPES.contains(type);
    }

    /** A searchset that is the caller's own. */
    Bundle find(
            Class<? extends IBaseResource> type,
            Multimap<String, List<IQueryParameterType>> parameters,
            Supplier<Bundle> stored) {
        var known = found.get();
        var search = Search.of(type, parameters);
        var bundle = known.get(search);
        if (bundle == null) {
            bundle = stored.get();
            // What is not there is not kept: a client may ask for any number of canonicals.
            if (bundle.hasEntry()) {
                known.put(search, bundle);
            }
        }
        return bundle.copy();
    }

    /**
     * A definition by its id, which is the caller's own.
     *
     * @param stored throws if it is not there
     */
    Resource read(Class<? extends IBaseResource> type, IIdType id, Supplier<? extends IBaseResource> stored) {
        var key = type.getSimpleName() + "/" + id.getValue();
        var kept = read.get();
        var known = kept.get(key);
        if (known == null) {
            known = (Resource) stored.get();
            kept.put(key, known);
        }
        return known.copy();
    }

    private record Search(Class<?> type, Set<String> parameters) {

        static Search of(Class<?> type, Multimap<String, List<IQueryParameterType>> parameters) {
            return new Search(
                    type,
                    parameters.entries().stream()
                            .map(parameter -> parameter.getKey() + "=" + values(parameter.getValue()))
                            .collect(Collectors.toUnmodifiableSet()));
        }

        private static String values(List<IQueryParameterType> alternatives) {
            return alternatives.stream()
                    .map(value -> value.getQueryParameterQualifier() + value.getValueAsQueryToken())
                    .collect(Collectors.joining(","));
        }
    }
}
