package fr.respop.engine.compiled;

import java.util.Optional;
import java.util.function.Function;
import org.hl7.elm.r1.CodeRef;
import org.hl7.elm.r1.Expression;
import org.hl7.elm.r1.Library;
import org.hl7.elm.r1.Literal;
import org.hl7.elm.r1.Quantity;
import org.hl7.elm.r1.ValueSetRef;
import org.jspecify.annotations.Nullable;
import org.opencds.cqf.cql.engine.elm.executing.CodeRefEvaluator;
import org.opencds.cqf.cql.engine.elm.executing.LiteralEvaluator;
import org.opencds.cqf.cql.engine.elm.executing.QuantityEvaluator;
import org.opencds.cqf.cql.engine.elm.executing.ValueSetRefEvaluator;
import org.opencds.cqf.cql.engine.execution.Environment;
import org.opencds.cqf.cql.engine.execution.State;
import org.opencds.cqf.cql.engine.runtime.ValueSet;

/** What a library says once for all, read when a definition is compiled. */
final class Constants {

    private final Definitions definitions;
    private final Library library;

    Constants(Definitions definitions, Library library) {
        this.definitions = definitions;
        this.library = library;
    }

    Optional<Step> step(Expression expression) {
        if (expression instanceof Literal literal && literal.getValueType() != null) {
            return constant(read(
                    state -> LiteralEvaluator.internalEvaluate(literal.getValueType(), literal.getValue(), state)));
        }
        if (expression instanceof Quantity quantity) {
            return constant(read(state -> QuantityEvaluator.internalEvaluate(quantity, state)));
        }
        if (expression instanceof CodeRef code) {
            return constant(read(state -> CodeRefEvaluator.toCode(code, state)));
        }
        return Optional.empty();
    }

    private static Optional<Step> constant(@Nullable Object value) {
        return Optional.of(frame -> value);
    }

    ValueSet valueSet(ValueSetRef reference) {
        return read(state -> ValueSetRefEvaluator.toValueSet(state, reference));
    }

    private <T> T read(Function<State, T> constant) {
        var state = new State(new Environment(definitions.libraries()));
        state.init(library);
        return constant.apply(state);
    }
}
