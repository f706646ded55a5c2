package fr.respop.engine.cql;

import fr.respop.engine.content.CodeSet;
import fr.respop.engine.content.Content;
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
 * Answers the retrieves of one subject at a time from memory, by type and code, in the order of the record.
 *
 * <p>Dates are left to CQL: content is compiled so that retrieves never ask for them.
 */
final class SubjectRetrieve implements RetrieveProvider {

    private final Content content;
    private Map<String, List<Object>> byType = Map.of();

    SubjectRetrieve(Content content) {
        this.content = content;
    }

    void enter(List<Resource> resources) {
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
        var resources = byType.getOrDefault(dataType, List.of());
        var wanted = wanted(codes, valueSet);
        if (codePath == null || wanted == null) {
            return Collections.unmodifiableList(resources);
        }
        return resources.stream()
                .filter(resource -> Codes.of(FhirModel.RESOLVER.resolvePath(resource, codePath))
                        .anyMatch(wanted::contains))
                .toList();
    }

    private @Nullable CodeSet wanted(@Nullable Iterable<Code> codes, @Nullable String valueSet) {
        if (valueSet != null) {
            return content.codes(valueSet);
        }
        return codes == null ? null : new CodeSet(codes);
    }
}
