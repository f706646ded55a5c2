package fr.respop.engine.compiled;

import java.util.Objects;
import java.util.Optional;
import org.hl7.elm.r1.AnyInValueSet;
import org.hl7.elm.r1.Expression;
import org.hl7.elm.r1.InValueSet;
import org.hl7.elm.r1.ValueSetRef;
import org.opencds.cqf.cql.engine.elm.executing.AnyInValueSetEvaluator;
import org.opencds.cqf.cql.engine.elm.executing.InValueSetEvaluator;
import org.opencds.cqf.cql.engine.terminology.ValueSetInfo;

/** Expressions about value sets that a library names. */
final class Terminology {

    private Terminology() {}

    static Optional<Step> step(Expression expression, Compiler compiler) {
        if (expression instanceof AnyInValueSet test && test.getValueset() != null) {
            var codes = compiler.step(test.getCodes());
            var valueSet = compiler.constants().valueSet(test.getValueset());
            return Optional.of(frame ->
                    AnyInValueSetEvaluator.internalEvaluate(codes.value(frame), null, valueSet, frame.state()));
        }
        if (expression instanceof InValueSet test && test.getValueset() != null) {
            var code = compiler.step(test.getCode());
            var valueSet = compiler.constants().valueSet(test.getValueset());
            return Optional.of(frame -> InValueSetEvaluator.inValueSet(code.value(frame), valueSet, frame.state()));
        }
        if (expression instanceof ValueSetRef reference) {
            var valueSet = compiler.constants().valueSet(reference);
            return Optional.of(
                    Boolean.TRUE.equals(reference.isPreserve())
                            ? frame -> valueSet
                            : frame -> Objects.requireNonNull(
                                            frame.state().getEnvironment().getTerminologyProvider())
                                    .expand(ValueSetInfo.Companion.fromValueSet(valueSet)));
        }
        return Optional.empty();
    }
}
