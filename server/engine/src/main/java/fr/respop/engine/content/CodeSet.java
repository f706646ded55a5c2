package fr.respop.engine.content;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.opencds.cqf.cql.engine.runtime.Code;

/** Codes without doubles, in the order in which they are given, among which one is found at once. */
public final class CodeSet {

    private record Key(String system, String code) {}

    private final List<Code> codes;
    private final Set<Key> keys = new HashSet<>();
    private final Set<String> codesOfAnySystem = new HashSet<>();

    public CodeSet(Iterable<? extends Code> codes) {
        var distinct = new ArrayList<Code>();
        for (var code : codes) {
            if (keys.add(key(code))) {
                distinct.add(code);
                codesOfAnySystem.add(code.getCode());
            }
        }
        this.codes = List.copyOf(distinct);
    }

    public List<Code> codes() {
        return codes;
    }

    /** A code without a system is looked for in all systems, as CQL asks of strings. */
    public boolean contains(Code code) {
        return code.getSystem() == null ? codesOfAnySystem.contains(code.getCode()) : keys.contains(key(code));
    }

    private static Key key(Code code) {
        return new Key(text(code.getSystem()), text(code.getCode()));
    }

    private static String text(@Nullable String value) {
        return Objects.requireNonNullElse(value, "");
    }
}
