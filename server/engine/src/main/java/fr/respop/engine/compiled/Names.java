package fr.respop.engine.compiled;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** The names that are known at a place of a definition; each has a variable of its own in the {@link Frame}. */
final class Names {

    private record Name(String name, int variable) {}

    private final Deque<Name> known = new ArrayDeque<>();
    private int variables;

    /** Makes a name known; it hides what had the same name. */
    int enter(@Nullable String name) {
        var variable = variables;
        variables++;
        known.push(new Name(String.valueOf(name), variable));
        return variable;
    }

    /** Forgets the names that were entered last. */
    void leave(int names) {
        for (int i = 0; i < names; i++) {
            known.pop();
        }
    }

    /** The variable of a name. */
    int variable(@Nullable String name) {
        return known.stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new NotCompilable("a name that is not known: " + name))
                .variable();
    }

    /** How many variables a frame needs. */
    int variables() {
        return variables;
    }
}
