package fr.respop.engine.compiled;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which resources the definitions of one subject looked at. Retrieves are numbered as they come, and a definition keeps
 * numbers: few results are asked for their resources.
 */
final class Evidence {

    private final List<Iterable<?>> retrieved = new ArrayList<>();
    private BitSet current = new BitSet();

    /** Takes note of a retrieve of the definition at hand. */
    void add(Iterable<?> resources) {
        current.set(retrieved.size());
        retrieved.add(resources);
    }

    /** Takes note of another definition, which the one at hand looked at. */
    void add(BitSet ofDefinition) {
        current.or(ofDefinition);
    }

    /** Begins a definition. Returns what {@link #end} takes. */
    BitSet begin() {
        var outer = current;
        current = new BitSet();
        return outer;
    }

    /** Ends a definition, whose numbers it returns. */
    BitSet end(BitSet outer) {
        var inner = current;
        current = outer;
        return inner;
    }

    Set<@Nullable Object> resources(BitSet numbers) {
        var resources = new HashSet<@Nullable Object>();
        numbers.stream().forEach(number -> retrieved.get(number).forEach(resources::add));
        return resources;
    }
}
