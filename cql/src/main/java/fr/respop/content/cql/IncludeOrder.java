package fr.respop.content.cql;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Orders libraries so that each comes after those it includes.
 *
 * <p>The translator does not notice a cycle and would exhaust the stack, so cycles are refused here.
 */
final class IncludeOrder {

    private final Map<String, CqlSource> sources = new LinkedHashMap<>();
    private final Set<String> path = new LinkedHashSet<>();
    private final Set<CqlSource> ordered = new LinkedHashSet<>();

    private IncludeOrder(List<CqlSource> sources) {
        for (CqlSource source : sources) {
            CqlSource twin = this.sources.put(source.name(), source);
            if (twin != null) {
                throw new CqlError("%s and %s both declare library %s. Rename one of them."
                        .formatted(twin.file(), source.file(), source.name()));
            }
        }
    }

    static List<CqlSource> of(List<CqlSource> sources) {
        var order = new IncludeOrder(sources);
        order.sources.values().forEach(order::visit);
        return List.copyOf(order.ordered);
    }

    private void visit(CqlSource source) {
        if (ordered.contains(source)) {
            return;
        }
        if (!path.add(source.name())) {
            throw new CqlError("%s: %s includes itself by way of %s. Move what both need into a third library."
                    .formatted(source.file(), source.name(), String.join(" -> ", cycleFrom(source.name()))));
        }
        for (String include : source.includes()) {
            CqlSource included = sources.get(include);
            // A library that is not ours, such as FHIRHelpers, is the translator's to find.
            if (included != null) {
                visit(included);
            }
        }
        path.remove(source.name());
        ordered.add(source);
    }

    private List<String> cycleFrom(String name) {
        var names = new ArrayList<>(path);
        List<String> cycle = new ArrayList<>(names.subList(names.indexOf(name), names.size()));
        cycle.add(name);
        return cycle;
    }
}
