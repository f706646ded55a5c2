package fr.respop.engine.compiled;

import org.jspecify.annotations.Nullable;
import org.opencds.cqf.cql.engine.execution.State;

/** What the names within one definition stand for while it is evaluated: operands, aliases and lets. */
final class Frame {

    private final Run run;
    private final @Nullable Object[] variables;

    /** @param variables how many names the definition has */
    Frame(Run run, int variables) {
        this.run = run;
        this.variables = new Object[variables];
    }

    Run run() {
        return run;
    }

    /** What the CQL engine's operators look at: the evaluation time and the models. */
    State state() {
        return run.state();
    }

    @Nullable
    Object get(int variable) {
        return variables[variable];
    }

    void set(int variable, @Nullable Object value) {
        variables[variable] = value;
    }
}
