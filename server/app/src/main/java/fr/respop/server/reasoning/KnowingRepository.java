package fr.respop.server.reasoning;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.model.api.IQueryParameterType;
import ca.uhn.fhir.repository.IRepository;
import ca.uhn.fhir.rest.api.MethodOutcome;
import ca.uhn.fhir.rest.server.exceptions.ResourceGoneException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import com.google.common.collect.Multimap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.hl7.fhir.instance.model.api.IBaseBundle;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.instance.model.api.IIdType;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Patient;

/**
 * What is stored, as clinical-reasoning reads it to make one plan: of dozens of definitions hardly one changes in between,
 * and the resident, whom it reads again for every act, does not change while the plan is made.
 */
final class KnowingRepository implements IRepository {

    private final IRepository stored;
    private final KnownDefinitions definitions;
    private final Map<String, Supplier<IBaseResource>> read = new HashMap<>();

    /** @param resident of whom the plan is */
    KnowingRepository(IRepository stored, KnownDefinitions definitions, Patient resident) {
        this.stored = stored;
        this.definitions = definitions;
        read.put(key(Patient.class, resident.getIdElement().toUnqualifiedVersionless()), () -> resident);
    }

    private static String key(Class<?> type, IIdType id) {
        return type.getSimpleName() + "/" + id.getValue();
    }

    @Override
    public <B extends IBaseBundle, T extends IBaseResource> B search(
            Class<B> bundleType,
            Class<T> resourceType,
            Multimap<String, List<IQueryParameterType>> parameters,
            Map<String, String> headers) {
        if (!KnownDefinitions.areOf(resourceType)) {
            return stored.search(bundleType, resourceType, parameters, headers);
        }
        return bundleType.cast(definitions.find(
                resourceType, parameters, () -> stored.search(Bundle.class, resourceType, parameters, headers)));
    }

    @Override
    public <B extends IBaseBundle> B link(Class<B> bundleType, String url, Map<String, String> headers) {
        return stored.link(bundleType, url, headers);
    }

    @Override
    public <T extends IBaseResource, I extends IIdType> T read(
            Class<T> resourceType, I id, Map<String, String> headers) {
        if (KnownDefinitions.areOf(resourceType)) {
            return resourceType.cast(definitions.read(resourceType, id, () -> stored.read(resourceType, id, headers)));
        }
        return resourceType.cast(read.computeIfAbsent(
                        key(resourceType, id), anew -> found(() -> stored.read(resourceType, id, headers)))
                .get());
    }

    /** Answers as at the first time, also that it is not there. */
    private static Supplier<IBaseResource> found(Supplier<IBaseResource> reading) {
        try {
            var resource = reading.get();
            return () -> resource;
        } catch (ResourceNotFoundException | ResourceGoneException absent) {
            return () -> {
                throw absent;
            };
        }
    }

    @Override
    public <T extends IBaseResource> MethodOutcome create(T resource, Map<String, String> headers) {
        return stored.create(resource, headers);
    }

    @Override
    public <T extends IBaseResource> MethodOutcome update(T resource, Map<String, String> headers) {
        return stored.update(resource, headers);
    }

    @Override
    public <T extends IBaseResource, I extends IIdType> MethodOutcome delete(
            Class<T> resourceType, I id, Map<String, String> headers) {
        return stored.delete(resourceType, id, headers);
    }

    @Override
    public FhirContext fhirContext() {
        return stored.fhirContext();
    }
}
