package fr.respop.engine.compiled;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hl7.elm.r1.AliasRef;
import org.hl7.elm.r1.Case;
import org.hl7.elm.r1.Expression;
import org.hl7.elm.r1.ExpressionRef;
import org.hl7.elm.r1.FunctionRef;
import org.hl7.elm.r1.If;
import org.hl7.elm.r1.Instance;
import org.hl7.elm.r1.Interval;
import org.hl7.elm.r1.Library;
import org.hl7.elm.r1.Null;
import org.hl7.elm.r1.OperandRef;
import org.hl7.elm.r1.ParameterRef;
import org.hl7.elm.r1.Property;
import org.hl7.elm.r1.Query;
import org.hl7.elm.r1.QueryLetRef;
import org.hl7.elm.r1.Retrieve;
import org.hl7.elm.r1.Tuple;
import org.jspecify.annotations.Nullable;

/** Makes steps of the expressions of one definition. */
final class Compiler {

    private final Definitions definitions;
    private final Library library;
    private final Names names;

    /** @param names those of the operands, if it is a function */
    Compiler(Definitions definitions, Library library, Names names) {
        this.definitions = definitions;
        this.library = library;
        this.names = names;
    }

    Names names() {
        return names;
    }

    List<Step> steps(List<? extends Expression> expressions) {
        var steps = new ArrayList<Step>();
        expressions.forEach(expression -> steps.add(step(expression)));
        return steps;
    }

    /**
     * An expression as a step.
     *
     * @throws NotCompilable if it is missing, or of a kind that is left to the CQL engine
     */
    Step step(@Nullable Expression expression) {
        if (expression instanceof Property property) {
            return property(property);
        }
        if (expression instanceof FunctionRef call) {
            return call(call);
        }
        if (expression instanceof ExpressionRef reference) {
            return reference(reference);
        }
        if (expression instanceof OperandRef operand) {
            return variable(operand.getName());
        }
        if (expression instanceof AliasRef alias) {
            return variable(alias.getName());
        }
        if (expression instanceof QueryLetRef let) {
            return variable(let.getName());
        }
        if (expression instanceof ParameterRef parameter) {
            return ParameterStep.of(parameter, definitions.library(library, parameter.getLibraryName()), definitions);
        }
        if (expression instanceof Query query) {
            return QueryStep.of(query, this);
        }
        if (expression instanceof Retrieve retrieve) {
            return RetrieveStep.of(retrieve, this);
        }
        return expression == null ? missing() : ofValues(expression);
    }

    private Step ofValues(Expression expression) {
        if (expression instanceof If choice) {
            return Choices.step(choice, this);
        }
        if (expression instanceof Case choice) {
            return Choices.step(choice, this);
        }
        if (expression instanceof Null) {
            return frame -> null;
        }
        if (expression instanceof org.hl7.elm.r1.List list) {
            return Structures.step(list, this);
        }
        if (expression instanceof Tuple tuple) {
            return Structures.step(tuple, this);
        }
        if (expression instanceof Interval interval) {
            return Structures.step(interval, this);
        }
        if (expression instanceof Instance instance) {
            return Structures.step(instance, this);
        }
        return constants()
                .step(expression)
                .or(() -> Terminology.step(expression, this))
                .orElseGet(() -> Operators.step(expression, this));
    }

    /** As {@link #step}; a step to null for what is missing. */
    Step stepOrNull(@Nullable Expression expression) {
        return expression == null ? frame -> null : step(expression);
    }

    Constants constants() {
        return new Constants(definitions, library);
    }

    private static Step missing() {
        throw new NotCompilable("an expression that is missing");
    }

    private Step variable(@Nullable String name) {
        var variable = names.variable(name);
        return frame -> frame.get(variable);
    }

    private Step reference(ExpressionRef reference) {
        var definition =
                definitions.expression(definitions.library(library, reference.getLibraryName()), reference.getName());
        return frame -> frame.run().value(definition);
    }

    private Step call(FunctionRef call) {
        var owner = definitions.library(library, call.getLibraryName());
        var function = definitions.called(owner, call);
        var operands = steps(call.getOperand()).toArray(Step[]::new);
        if (Boolean.TRUE.equals(function.isExternal())) {
            return frame -> frame.state()
                    .getEnvironment()
                    .getExternalFunctionProvider(owner.getIdentifier())
                    .evaluate(function.getName(), Arrays.asList(values(operands, frame)));
        }
        var definition = definitions.definition(owner, function);
        return frame -> frame.run().apply(definition, values(operands, frame));
    }

    private static @Nullable Object[] values(Step[] steps, Frame frame) {
        var values = new @Nullable Object[steps.length];
        for (int i = 0; i < steps.length; i++) {
            values[i] = steps[i].value(frame);
        }
        return values;
    }

    private Step property(Property property) {
        var path = property.getPath();
        if (path == null) {
            throw new NotCompilable(property);
        }
        if (property.getSource() == null) {
            var variable = names.variable(property.getScope());
            return frame -> frame.run().read(frame.get(variable), path);
        }
        var source = step(property.getSource());
        return frame -> {
            var target = source.value(frame);
            return target instanceof org.opencds.cqf.cql.engine.runtime.Tuple tuple
                    ? tuple.getElements().get(path)
                    : frame.run().read(target, path);
        };
    }
}
