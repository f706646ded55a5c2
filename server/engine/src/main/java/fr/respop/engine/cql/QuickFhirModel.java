package fr.respop.engine.cql;

import ca.uhn.fhir.context.BaseRuntimeChildDefinition;
import ca.uhn.fhir.context.RuntimeChildChoiceDefinition;
import ca.uhn.fhir.context.RuntimeChildPrimitiveDatatypeDefinition;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.hl7.fhir.instance.model.api.IBase;
import org.hl7.fhir.instance.model.api.IPrimitiveType;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.jspecify.annotations.Nullable;
import org.opencds.cqf.cql.engine.fhir.model.R4FhirModelResolver;

/**
 * The engine's FHIR R4 model, which reads the elements of a type without looking up at each reading where they are, and
 * splits only those paths that have several steps.
 */
final class QuickFhirModel extends R4FhirModelResolver {

    /** By type and name the elements that can be read as they are; nothing for those that the engine has rules for. */
    private final ClassValue<Map<String, Optional<BaseRuntimeChildDefinition>>> elements = new ClassValue<>() {
        @Override
        protected Map<String, Optional<BaseRuntimeChildDefinition>> computeValue(Class<?> type) {
            return new ConcurrentHashMap<>();
        }
    };

    @Override
    public @Nullable Object resolvePath(@Nullable Object target, @Nullable String path) {
        if (target == null || path == null || path.indexOf('.') >= 0 || path.indexOf('[') >= 0) {
            return super.resolvePath(target, path);
        }
        return resolveProperty(target, path);
    }

    @Override
    public @Nullable Object resolveProperty(@Nullable Object target, String path) {
        if (!(target instanceof IBase base) || target instanceof PrimitiveType) {
            return super.resolveProperty(target, path);
        }
        var element = element(base, path);
        return element.isPresent() ? read(base, element.get()) : super.resolveProperty(target, path);
    }

    private Optional<BaseRuntimeChildDefinition> element(IBase base, String path) {
        var ofType = elements.get(base.getClass());
        var known = ofType.get(path);
        return known == null ? ofType.computeIfAbsent(path, name -> plain(base, name)) : known;
    }

    private Optional<BaseRuntimeChildDefinition> plain(IBase base, String path) {
        if (path.equals(base.fhirType())) {
            return Optional.empty();
        }
        var definition = resolveRuntimeDefinition(base);
        var declared = definition.getChildByName(path);
        var element = declared == null ? resolveChoiceProperty(definition, path) : declared;
        return Optional.ofNullable(element)
                .filter(found -> !(found instanceof RuntimeChildChoiceDefinition)
                        || found.getElementName().equals(path));
    }

    private static @Nullable Object read(IBase base, BaseRuntimeChildDefinition element) {
        var values = element.getAccessor().getValues(base);
        if (values == null || values.isEmpty()) {
            return null;
        }
        var first = values.get(0);
        var isNothing = element instanceof RuntimeChildPrimitiveDatatypeDefinition
                && first instanceof IPrimitiveType<?> primitive
                && !primitive.hasValue();
        if (isNothing) {
            return null;
        }
        return element.getMax() < 1 ? values : first;
    }
}
