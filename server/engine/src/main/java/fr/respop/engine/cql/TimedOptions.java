package fr.respop.engine.cql;

import java.util.AbstractSet;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.opencds.cqf.cql.engine.execution.CqlEngine;

/**
 * The options of a CQL engine that cannot be stopped from outside: it asks for them before each expression that it
 * evaluates, and that is the one place where it lets anybody see that it goes on.
 */
final class TimedOptions extends AbstractSet<CqlEngine.Options> {

    private static final Set<CqlEngine.Options> OPTIONS = EnumSet.of(CqlEngine.Options.EnableExpressionCaching);

    private final TimeLimit time;

    TimedOptions(TimeLimit time) {
        this.time = time;
    }

    @Override
    public boolean contains(@Nullable Object option) {
        if (option == CqlEngine.Options.EnableCoverageCollection) {
            time.look();
        }
        return OPTIONS.contains(option);
    }

    @Override
    public Iterator<CqlEngine.Options> iterator() {
        return OPTIONS.iterator();
    }

    @Override
    public int size() {
        return OPTIONS.size();
    }
}
