package fr.respop.engine.compiled;

import org.hl7.elm.r1.After;
import org.hl7.elm.r1.Before;
import org.hl7.elm.r1.CalculateAgeAt;
import org.hl7.elm.r1.Contains;
import org.hl7.elm.r1.DateTimePrecision;
import org.hl7.elm.r1.DifferenceBetween;
import org.hl7.elm.r1.DurationBetween;
import org.hl7.elm.r1.Expression;
import org.hl7.elm.r1.In;
import org.hl7.elm.r1.IncludedIn;
import org.hl7.elm.r1.Includes;
import org.hl7.elm.r1.Overlaps;
import org.hl7.elm.r1.SameAs;
import org.hl7.elm.r1.SameOrAfter;
import org.hl7.elm.r1.SameOrBefore;
import org.jspecify.annotations.Nullable;
import org.opencds.cqf.cql.engine.elm.executing.AfterEvaluator;
import org.opencds.cqf.cql.engine.elm.executing.BeforeEvaluator;
import org.opencds.cqf.cql.engine.elm.executing.CalculateAgeAtEvaluator;
import org.opencds.cqf.cql.engine.elm.executing.ContainsEvaluator;
import org.opencds.cqf.cql.engine.elm.executing.DifferenceBetweenEvaluator;
import org.opencds.cqf.cql.engine.elm.executing.DurationBetweenEvaluator;
import org.opencds.cqf.cql.engine.elm.executing.InEvaluator;
import org.opencds.cqf.cql.engine.elm.executing.IncludedInEvaluator;
import org.opencds.cqf.cql.engine.elm.executing.IncludesEvaluator;
import org.opencds.cqf.cql.engine.elm.executing.OverlapsEvaluator;
import org.opencds.cqf.cql.engine.elm.executing.SameAsEvaluator;
import org.opencds.cqf.cql.engine.elm.executing.SameOrAfterEvaluator;
import org.opencds.cqf.cql.engine.elm.executing.SameOrBeforeEvaluator;
import org.opencds.cqf.cql.engine.runtime.Precision;

/** Operators of two operands that compare times, or whatever else, at a precision such as the day. */
final class PreciseOperators {

    private PreciseOperators() {}

    static BinaryOperators.@Nullable Operator of(Expression expression) {
        if (expression instanceof In in) {
            var precision = text(in.getPrecision());
            return (a, b, s) -> InEvaluator.internalEvaluate(a, b, precision, s);
        }
        if (expression instanceof IncludedIn in) {
            var precision = text(in.getPrecision());
            return (a, b, s) -> IncludedInEvaluator.internalEvaluate(a, b, precision, s);
        }
        if (expression instanceof Includes includes) {
            var precision = text(includes.getPrecision());
            return (a, b, s) -> IncludesEvaluator.internalEvaluate(a, b, precision, s);
        }
        if (expression instanceof Contains contains) {
            var precision = text(contains.getPrecision());
            var in = contains.getOperand().get(0);
            return (a, b, s) -> ContainsEvaluator.internalEvaluate(a, b, in, precision, s);
        }
        if (expression instanceof Overlaps overlaps) {
            var precision = text(overlaps.getPrecision());
            return (a, b, s) -> OverlapsEvaluator.overlaps(a, b, precision, s);
        }
        if (expression instanceof DifferenceBetween between) {
            var precision = precision(between.getPrecision());
            return (a, b, s) -> DifferenceBetweenEvaluator.difference(a, b, precision);
        }
        if (expression instanceof DurationBetween between) {
            var precision = precision(between.getPrecision());
            return (a, b, s) -> DurationBetweenEvaluator.duration(a, b, precision);
        }
        if (expression instanceof CalculateAgeAt age) {
            var precision = text(age.getPrecision());
            return (a, b, s) -> CalculateAgeAtEvaluator.calculateAgeAt(a, b, precision);
        }
        return comparison(expression);
    }

    private static BinaryOperators.@Nullable Operator comparison(Expression expression) {
        if (expression instanceof After after) {
            var precision = text(after.getPrecision());
            return (a, b, s) -> AfterEvaluator.after(a, b, precision, s);
        }
        if (expression instanceof Before before) {
            var precision = text(before.getPrecision());
            return (a, b, s) -> BeforeEvaluator.before(a, b, precision, s);
        }
        if (expression instanceof SameAs same) {
            var precision = text(same.getPrecision());
            return (a, b, s) -> SameAsEvaluator.sameAs(a, b, precision, s);
        }
        if (expression instanceof SameOrAfter after) {
            var precision = text(after.getPrecision());
            return (a, b, s) -> SameOrAfterEvaluator.sameOrAfter(a, b, precision, s);
        }
        if (expression instanceof SameOrBefore before) {
            var precision = text(before.getPrecision());
            return (a, b, s) -> SameOrBeforeEvaluator.sameOrBefore(a, b, precision, s);
        }
        return null;
    }

    private static @Nullable String text(@Nullable DateTimePrecision precision) {
        return precision == null ? null : precision.value();
    }

    private static Precision precision(@Nullable DateTimePrecision precision) {
        if (precision == null) {
            throw new NotCompilable("a difference of no precision");
        }
        return Precision.Companion.fromString(precision.value());
    }
}
