package fr.respop.engine.compiled;

import org.hl7.elm.r1.Case;
import org.hl7.elm.r1.CaseItem;
import org.hl7.elm.r1.If;
import org.jspecify.annotations.Nullable;
import org.opencds.cqf.cql.engine.elm.executing.EquivalentEvaluator;

/** Expressions of which one among several is evaluated. */
final class Choices {

    private Choices() {}

    static Step step(If choice, Compiler compiler) {
        var condition = compiler.step(choice.getCondition());
        var then = compiler.step(choice.getThen());
        var otherwise = compiler.step(choice.getElse());
        return frame -> isTrue(condition.value(frame)) ? then.value(frame) : otherwise.value(frame);
    }

    static Step step(Case choice, Compiler compiler) {
        var items = choice.getCaseItem();
        var conditions = compiler.steps(items.stream().map(CaseItem::getWhen).toList());
        var results = compiler.steps(items.stream().map(CaseItem::getThen).toList());
        var otherwise = compiler.step(choice.getElse());
        if (choice.getComparand() == null) {
            return frame -> {
                for (int i = 0; i < conditions.size(); i++) {
                    if (isTrue(conditions.get(i).value(frame))) {
                        return results.get(i).value(frame);
                    }
                }
                return otherwise.value(frame);
            };
        }
        var comparand = compiler.step(choice.getComparand());
        return frame -> {
            var compared = comparand.value(frame);
            for (int i = 0; i < conditions.size(); i++) {
                var value = conditions.get(i).value(frame);
                if (isTrue(EquivalentEvaluator.equivalent(compared, value, frame.state()))) {
                    return results.get(i).value(frame);
                }
            }
            return otherwise.value(frame);
        };
    }

    /** Null is not true; what is no Boolean is refused. */
    private static boolean isTrue(@Nullable Object condition) {
        return condition != null && (Boolean) condition;
    }
}
