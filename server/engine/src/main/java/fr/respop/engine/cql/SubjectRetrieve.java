package fr.respop.engine.cql;

import fr.respop.engine.content.CodeSet;
import fr.respop.engine.content.Content;
import fr.respop.engine.content.RetrieveNotSupported;
import fr.respop.engine.content.SubjectNeeded;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;
import org.opencds.cqf.cql.engine.retrieve.RetrieveProvider;
import org.opencds.cqf.cql.engine.runtime.Code;
import org.opencds.cqf.cql.engine.runtime.Interval;

/**
 * Answers the retrieves of one subject at a time from memory, by type, code and date, in the order of the record.
 *
 * <p>Profiles are not looked at, as little as the stock evaluation does: a retrieve by profile gives all resources of the
 * profile's type.
 */
final class SubjectRetrieve implements RetrieveProvider {

    private static final String SUBJECT_TYPE = "Patient";

    private final Content content;
    private final Map<String, List<Object>> shared = new HashMap<>();
    private Map<String, List<Object>> byType = Map.of();
    private boolean isAboutNobody = true;

    SubjectRetrieve(Content content) {
        this.content = content;
    }

    static boolean isOfSubject(String type) {
        return FhirModel.RESOLVER.getContextPath(SUBJECT_TYPE, type) != null;
    }

    void enterNobody() {
        byType = Map.of();
        shared.clear();
        isAboutNobody = true;
    }

    void enter(List<Resource> resources) {
        isAboutNobody = false;
        byType = new HashMap<>();
        for (var resource : resources) {
            byType.computeIfAbsent(resource.fhirType(), type -> new ArrayList<>())
                    .add(resource);
        }
    }

    @Override
    public Iterable<Object> retrieve(
            @Nullable String context,
            @Nullable String contextPath,
            @Nullable Object contextValue,
            String dataType,
            @Nullable String templateId,
            @Nullable String codePath,
            @Nullable Iterable<Code> codes,
            @Nullable String valueSet,
            @Nullable String datePath,
            @Nullable String dateLowPath,
            @Nullable String dateHighPath,
            @Nullable Interval dateRange) {
        var resources = resources(dataType, context);
        var wanted = wanted(codes, valueSet);
        if (codePath != null && wanted != null) {
            resources = resources.stream()
                    .filter(resource -> Codes.of(element(resource, codePath)).anyMatch(wanted::contains))
                    .toList();
        }
        if (datePath != null || dateLowPath != null || dateHighPath != null) {
            resources = during(resources, datePath, dateLowPath, dateHighPath, dateRange);
        }
        return Collections.unmodifiableList(resources);
    }

    /** What belongs to no patient, such as a Medication, is the same for all subjects unless their record holds it. */
    private List<Object> resources(String type, @Nullable String context) {
        var ofSubject = byType.get(type);
        if (!isOfSubject(type)) {
            return ofSubject == null ? shared.computeIfAbsent(type, this::shared) : ofSubject;
        }
        if (!SUBJECT_TYPE.equals(context)) {
            throw new RetrieveNotSupported(type, String.valueOf(context));
        }
        if (isAboutNobody) {
            throw new SubjectNeeded(type);
        }
        return ofSubject == null ? List.of() : ofSubject;
    }

    private List<Object> shared(String type) {
        return List.copyOf(content.shared(type));
    }

    /** Nothing is during a period that is null. */
    private static List<Object> during(
            List<Object> resources,
            @Nullable String datePath,
            @Nullable String lowPath,
            @Nullable String highPath,
            @Nullable Interval range) {
        if (range == null) {
            return List.of();
        }
        var filter = new DuringFilter(range);
        return resources.stream()
                .filter(resource -> datePath != null
                        ? filter.holds(element(resource, datePath))
                        : filter.holds(element(resource, lowPath), element(resource, highPath)))
                .toList();
    }

    private static @Nullable Object element(Object resource, @Nullable String path) {
        return path == null ? null : FhirModel.RESOLVER.resolvePath(resource, path);
    }

    private @Nullable CodeSet wanted(@Nullable Iterable<Code> codes, @Nullable String valueSet) {
        if (valueSet != null) {
            return content.codes(valueSet);
        }
        return codes == null ? null : new CodeSet(codes);
    }
}
