package fr.respop.engine.compiled;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.hl7.elm.r1.Expression;
import org.hl7.elm.r1.Instance;
import org.hl7.elm.r1.InstanceElement;
import org.hl7.elm.r1.Interval;
import org.hl7.elm.r1.TupleElement;
import org.jspecify.annotations.Nullable;
import org.opencds.cqf.cql.engine.runtime.Tuple;

/** Expressions that put values together. */
final class Structures {

    private Structures() {}

    static Step step(org.hl7.elm.r1.List list, Compiler compiler) {
        var elements = compiler.steps(list.getElement()).toArray(Step[]::new);
        return frame -> {
            var values = new ArrayList<@Nullable Object>(elements.length);
            for (var element : elements) {
                values.add(element.value(frame));
            }
            return values;
        };
    }

    static Step step(org.hl7.elm.r1.Tuple tuple, Compiler compiler) {
        var names = tuple.getElement().stream()
                .map(TupleElement::getName)
                .map(String::valueOf)
                .toList();
        var elements = compiler.steps(
                tuple.getElement().stream().map(TupleElement::getValue).toList());
        return frame -> {
            var values = new LinkedHashMap<String, @Nullable Object>();
            for (int i = 0; i < names.size(); i++) {
                values.put(names.get(i), elements.get(i).value(frame));
            }
            return new Tuple().withElements(values);
        };
    }

    static Step step(Interval interval, Compiler compiler) {
        var low = compiler.stepOrNull(interval.getLow());
        var isLowClosed = isClosed(interval.getLowClosedExpression(), interval.isLowClosed(), compiler);
        var high = compiler.stepOrNull(interval.getHigh());
        var isHighClosed = isClosed(interval.getHighClosedExpression(), interval.isHighClosed(), compiler);
        return frame -> {
            var from = low.value(frame);
            var to = high.value(frame);
            return from == null && to == null
                    ? null
                    : new org.opencds.cqf.cql.engine.runtime.Interval(
                            from, isLowClosed.test(frame), to, isHighClosed.test(frame), frame.state());
        };
    }

    private static Predicate<Frame> isClosed(
            @Nullable Expression expression, @Nullable Boolean flag, Compiler compiler) {
        var step = compiler.stepOrNull(expression);
        return frame -> {
            var said = step.value(frame) instanceof Boolean value ? value : flag;
            return !Boolean.FALSE.equals(said);
        };
    }

    static Step step(Instance instance, Compiler compiler) {
        var type = Objects.requireNonNull(instance.getClassType());
        List<String> names = instance.getElement().stream()
                .map(InstanceElement::getName)
                .map(String::valueOf)
                .toList();
        var elements = compiler.steps(
                instance.getElement().stream().map(InstanceElement::getValue).toList());
        return frame -> {
            var environment = frame.state().getEnvironment();
            var made = environment.createInstance(type);
            for (int i = 0; i < names.size(); i++) {
                environment.setValue(made, names.get(i), elements.get(i).value(frame));
            }
            return made;
        };
    }
}
