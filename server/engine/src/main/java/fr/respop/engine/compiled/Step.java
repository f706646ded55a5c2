package fr.respop.engine.compiled;

import org.jspecify.annotations.Nullable;

/** An expression of CQL, ready to be evaluated any number of times, on any thread. */
@FunctionalInterface
interface Step {

    @Nullable
    Object value(Frame frame);
}
