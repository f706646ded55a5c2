package fr.respop.engine.compiled;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hl7.elm.r1.VersionedIdentifier;
import org.jspecify.annotations.Nullable;
import org.opencds.cqf.cql.engine.data.DataProvider;
import org.opencds.cqf.cql.engine.execution.ExpressionResult;
import org.opencds.cqf.cql.engine.execution.State;

/**
 * Evaluates definitions on one subject after another, each expression at most once a subject. Belongs to one thread.
 *
 * <p>Whatever it throws says no more than that the CQL engine has to be asked.
 */
public final class Run {

    /** @param evidence the numbers of the retrieves that it rests on */
    private record Result(@Nullable Object value, BitSet evidence) {}

    private final Definitions definitions;
    private final State state;
    private final Runnable look;
    private final Map<Class<?>, DataProvider> models = new HashMap<>();
    private @Nullable Result[] results = new Result[0];
    private Evidence evidence = new Evidence();
    private Map<String, Object> parameters = Map.of();
    private @Nullable String context;

    /**
     * A run on no subject yet.
     *
     * @param state of a CQL engine that has its evaluation time and its models
     * @param look called at every definition and every row of a query; throws to end an evaluation
     */
    public Run(Definitions definitions, State state, Runnable look) {
        this.definitions = definitions;
        this.state = state;
        this.look = look;
    }

    /** What follows is about another subject. */
    public void forget() {
        Arrays.fill(results, null);
        evidence = new Evidence();
    }

    /** The results of expressions by name, in the order of the names. */
    public Map<String, ExpressionResult> evaluate(
            VersionedIdentifier library, List<String> expressions, Map<String, Object> withParameters) {
        parameters = withParameters;
        var byName = new LinkedHashMap<String, ExpressionResult>();
        for (var name : expressions) {
            context = null;
            byName.put(name, withResources(result(definitions.expression(library, name))));
        }
        return byName;
    }

    /** The result of a function that has no overloads. */
    public ExpressionResult call(
            VersionedIdentifier library, String function, List<Object> arguments, Map<String, Object> withParameters) {
        parameters = withParameters;
        context = null;
        return withResources(compute(definitions.function(library, function), arguments.toArray()));
    }

    private ExpressionResult withResources(Result result) {
        return new ExpressionResult(result.value(), evidence.resources(result.evidence()));
    }

    /** What the CQL engine's operators look at: the evaluation time and the models. */
    State state() {
        return state;
    }

    Map<String, Object> parameters() {
        return parameters;
    }

    @Nullable
    String context() {
        return context;
    }

    Evidence evidence() {
        return evidence;
    }

    void look() {
        look.run();
    }

    /** An element of what a model defines. The engine's environment would look for the model at each reading. */
    @Nullable
    Object read(@Nullable Object target, String path) {
        return target == null
                ? null
                : models.computeIfAbsent(target.getClass(), this::model).resolvePath(target, path);
    }

    private DataProvider model(Class<?> type) {
        return Objects.requireNonNull(state.getEnvironment().resolveDataProvider(type.getPackageName()));
    }

    @Nullable
    Object value(Definition expression) {
        var result = result(expression);
        evidence.add(result.evidence());
        return result.value();
    }

    @Nullable
    Object apply(Definition definition, @Nullable Object... arguments) {
        look();
        var body = definition.body();
        var frame = new Frame(this, body.variables());
        for (int i = 0; i < arguments.length; i++) {
            frame.set(i, arguments[i]);
        }
        return body.step().value(frame);
    }

    private Result result(Definition expression) {
        var place = expression.place();
        if (place >= results.length) {
            results = Arrays.copyOf(results, 2 * place + 1);
        }
        var known = results[place];
        if (known == null) {
            known = compute(expression);
            results[place] = known;
        }
        return known;
    }

    private Result compute(Definition definition, @Nullable Object... arguments) {
        var outerContext = context;
        var outer = evidence.begin();
        context = definition.context() == null ? outerContext : definition.context();
        var value = apply(definition, arguments);
        context = outerContext;
        return new Result(value, evidence.end(outer));
    }
}
