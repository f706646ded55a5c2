package fr.respop.engine.cql;

import fr.respop.engine.content.KnownAnswers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hl7.elm.r1.FunctionDef;
import org.hl7.elm.r1.VersionedIdentifier;
import org.jspecify.annotations.Nullable;
import org.opencds.cqf.cql.engine.data.ExternalFunctionProvider;
import org.opencds.cqf.cql.engine.elm.executing.FunctionRefEvaluator;
import org.opencds.cqf.cql.engine.execution.CqlEngine;
import org.opencds.cqf.cql.engine.runtime.Code;

/** Answers the pure functions of one library from what is known, and computes the rest. Belongs to one thread. */
final class RememberedFunctions implements ExternalFunctionProvider {

    private record CodeValue(
            @Nullable String system,
            @Nullable String code,
            @Nullable String version,
            @Nullable String display) {}

    private final VersionedIdentifier library;
    private final Map<String, FunctionDef> functions;
    private final CqlEngine engine;
    private final KnownAnswers known;

    RememberedFunctions(
            VersionedIdentifier library, Map<String, FunctionDef> functions, CqlEngine engine, KnownAnswers known) {
        this.library = library;
        this.functions = functions;
        this.engine = engine;
        this.known = known;
    }

    @Override
    public @Nullable Object evaluate(@Nullable String name, @Nullable List<@Nullable Object> arguments) {
        var given = Objects.requireNonNullElse(arguments, List.<@Nullable Object>of());
        var function = String.valueOf(name);
        return known.get(new KnownAnswers.Question(function, valuesOf(given)), () -> compute(function, given));
    }

    private @Nullable Object compute(String name, List<@Nullable Object> arguments) {
        var function = functions.get(name);
        if (function == null) {
            throw new IllegalArgumentException("There is no external function \"" + name + "\"");
        }
        var state = engine.getState();
        if (!state.getStack().isEmpty()) {
            return compute(function, arguments);
        }
        // Asked by a compiled definition, so the engine does not know in which library it is.
        state.init(engine.getEnvironment().resolveLibrary(library));
        try {
            return compute(function, arguments);
        } finally {
            state.clearEvaluatedResources();
            state.exitLibrary(true);
        }
    }

    @SuppressWarnings("deprecation") // The visitor will move, its interface will stay.
    private @Nullable Object compute(FunctionDef function, List<@Nullable Object> arguments) {
        return FunctionRefEvaluator.INSTANCE.evaluateFunctionDef(
                function, engine.getState(), engine.getEvaluationVisitor(), arguments);
    }

    /** Arguments as values that are equal when they mean the same. */
    private static List<@Nullable Object> valuesOf(Iterable<? extends @Nullable Object> arguments) {
        var values = new ArrayList<@Nullable Object>();
        arguments.forEach(argument -> values.add(valueOf(argument)));
        return values;
    }

    private static @Nullable Object valueOf(@Nullable Object argument) {
        if (argument instanceof Code code) {
            return new CodeValue(code.getSystem(), code.getCode(), code.getVersion(), code.getDisplay());
        }
        return argument instanceof Iterable<?> list ? valuesOf(list) : argument;
    }
}
