package fr.respop.engine.compiled;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.hl7.elm.r1.Abs;
import org.hl7.elm.r1.AggregateExpression;
import org.hl7.elm.r1.AllTrue;
import org.hl7.elm.r1.AnyTrue;
import org.hl7.elm.r1.As;
import org.hl7.elm.r1.Avg;
import org.hl7.elm.r1.Ceiling;
import org.hl7.elm.r1.Count;
import org.hl7.elm.r1.DateFrom;
import org.hl7.elm.r1.DateTimeComponentFrom;
import org.hl7.elm.r1.Distinct;
import org.hl7.elm.r1.End;
import org.hl7.elm.r1.Exists;
import org.hl7.elm.r1.Expression;
import org.hl7.elm.r1.First;
import org.hl7.elm.r1.Flatten;
import org.hl7.elm.r1.Floor;
import org.hl7.elm.r1.Is;
import org.hl7.elm.r1.IsFalse;
import org.hl7.elm.r1.IsNull;
import org.hl7.elm.r1.IsTrue;
import org.hl7.elm.r1.Last;
import org.hl7.elm.r1.Length;
import org.hl7.elm.r1.Literal;
import org.hl7.elm.r1.Lower;
import org.hl7.elm.r1.Max;
import org.hl7.elm.r1.Min;
import org.hl7.elm.r1.Negate;
import org.hl7.elm.r1.Not;
import org.hl7.elm.r1.SingletonFrom;
import org.hl7.elm.r1.Start;
import org.hl7.elm.r1.Sum;
import org.hl7.elm.r1.ToConcept;
import org.hl7.elm.r1.ToDate;
import org.hl7.elm.r1.ToDateTime;
import org.hl7.elm.r1.ToDecimal;
import org.hl7.elm.r1.ToInteger;
import org.hl7.elm.r1.ToList;
import org.hl7.elm.r1.ToQuantity;
import org.hl7.elm.r1.ToString;
import org.hl7.elm.r1.UnaryExpression;
import org.hl7.elm.r1.Upper;
import org.jspecify.annotations.Nullable;
import org.opencds.cqf.cql.engine.elm.executing.AbsEvaluator;
import org.opencds.cqf.cql.engine.elm.executing.AllTrueEvaluator;
import org.opencds.cqf.cql.engine.elm.executing.AnyTrueEvaluator;
import org.opencds.cqf.cql.engine.elm.executing.AsEvaluator;
import org.opencds.cqf.cql.engine.elm.executing.AvgEvaluator;
import org.opencds.cqf.cql.engine.elm.executing.CeilingEvaluator;
import org.opencds.cqf.cql.engine.elm.executing.CountEvaluator;
import org.opencds.cqf.cql.engine.elm.executing.DateFromEvaluator;
import org.opencds.cqf.cql.engine.elm.executing.DateTimeComponentFromEvaluator;
import org.opencds.cqf.cql.engine.elm.executing.DistinctEvaluator;
import org.opencds.cqf.cql.engine.elm.executing.EndEvaluator;
import org.opencds.cqf.cql.engine.elm.executing.ExistsEvaluator;
import org.opencds.cqf.cql.engine.elm.executing.FirstEvaluator;
import org.opencds.cqf.cql.engine.elm.executing.FlattenEvaluator;
import org.opencds.cqf.cql.engine.elm.executing.FloorEvaluator;
import org.opencds.cqf.cql.engine.elm.executing.IsEvaluator;
import org.opencds.cqf.cql.engine.elm.executing.IsFalseEvaluator;
import org.opencds.cqf.cql.engine.elm.executing.IsNullEvaluator;
import org.opencds.cqf.cql.engine.elm.executing.IsTrueEvaluator;
import org.opencds.cqf.cql.engine.elm.executing.LastEvaluator;
import org.opencds.cqf.cql.engine.elm.executing.LengthEvaluator;
import org.opencds.cqf.cql.engine.elm.executing.LowerEvaluator;
import org.opencds.cqf.cql.engine.elm.executing.MaxEvaluator;
import org.opencds.cqf.cql.engine.elm.executing.MinEvaluator;
import org.opencds.cqf.cql.engine.elm.executing.NegateEvaluator;
import org.opencds.cqf.cql.engine.elm.executing.NotEvaluator;
import org.opencds.cqf.cql.engine.elm.executing.SingletonFromEvaluator;
import org.opencds.cqf.cql.engine.elm.executing.StartEvaluator;
import org.opencds.cqf.cql.engine.elm.executing.SumEvaluator;
import org.opencds.cqf.cql.engine.elm.executing.ToConceptEvaluator;
import org.opencds.cqf.cql.engine.elm.executing.ToDateEvaluator;
import org.opencds.cqf.cql.engine.elm.executing.ToDateTimeEvaluator;
import org.opencds.cqf.cql.engine.elm.executing.ToDecimalEvaluator;
import org.opencds.cqf.cql.engine.elm.executing.ToIntegerEvaluator;
import org.opencds.cqf.cql.engine.elm.executing.ToListEvaluator;
import org.opencds.cqf.cql.engine.elm.executing.ToQuantityEvaluator;
import org.opencds.cqf.cql.engine.elm.executing.ToStringEvaluator;
import org.opencds.cqf.cql.engine.elm.executing.UpperEvaluator;
import org.opencds.cqf.cql.engine.execution.State;

/** Operators of one operand, or of one list. */
final class UnaryOperators {

    @FunctionalInterface
    private interface Operator {
        @Nullable
        Object apply(@Nullable Object a, State s);
    }

    private static final Map<Class<? extends Expression>, Operator> OPERATORS = Map.ofEntries(
            Map.entry(Abs.class, (a, s) -> AbsEvaluator.abs(a)),
            Map.entry(AllTrue.class, (a, s) -> AllTrueEvaluator.allTrue(a)),
            Map.entry(AnyTrue.class, (a, s) -> AnyTrueEvaluator.anyTrue(a)),
            Map.entry(Avg.class, (a, s) -> AvgEvaluator.avg(a, s)),
            Map.entry(Ceiling.class, (a, s) -> CeilingEvaluator.ceiling(a)),
            Map.entry(Count.class, (a, s) -> CountEvaluator.count(a)),
            Map.entry(DateFrom.class, (a, s) -> DateFromEvaluator.dateFrom(a)),
            Map.entry(Distinct.class, (a, s) -> DistinctEvaluator.INSTANCE.distinct((Iterable<?>) a, s)),
            Map.entry(End.class, (a, s) -> EndEvaluator.end(a)),
            Map.entry(Exists.class, (a, s) -> ExistsEvaluator.exists(a)),
            Map.entry(Flatten.class, (a, s) -> FlattenEvaluator.flatten(a)),
            Map.entry(Floor.class, (a, s) -> FloorEvaluator.floor(a)),
            Map.entry(IsFalse.class, (a, s) -> IsFalseEvaluator.INSTANCE.isFalse((Boolean) a)),
            Map.entry(IsNull.class, (a, s) -> IsNullEvaluator.isNull(a)),
            Map.entry(IsTrue.class, (a, s) -> IsTrueEvaluator.INSTANCE.isTrue((Boolean) a)),
            Map.entry(Lower.class, (a, s) -> LowerEvaluator.lower(a)),
            Map.entry(Max.class, (a, s) -> MaxEvaluator.max(a, s)),
            Map.entry(Min.class, (a, s) -> MinEvaluator.min(a, s)),
            Map.entry(Not.class, (a, s) -> NotEvaluator.not(a)),
            Map.entry(SingletonFrom.class, (a, s) -> SingletonFromEvaluator.singletonFrom(a)),
            Map.entry(Start.class, (a, s) -> StartEvaluator.start(a)),
            Map.entry(Sum.class, (a, s) -> SumEvaluator.sum(a, s)),
            Map.entry(ToConcept.class, (a, s) -> ToConceptEvaluator.toConcept(a)),
            Map.entry(ToDate.class, (a, s) -> ToDateEvaluator.toDate(a)),
            Map.entry(ToDateTime.class, (a, s) -> ToDateTimeEvaluator.toDateTime(a, s)),
            Map.entry(ToDecimal.class, (a, s) -> ToDecimalEvaluator.toDecimal(a)),
            Map.entry(ToInteger.class, (a, s) -> ToIntegerEvaluator.toInteger(a)),
            Map.entry(ToList.class, (a, s) -> ToListEvaluator.toList(a)),
            Map.entry(ToQuantity.class, (a, s) -> ToQuantityEvaluator.toQuantity(a, s)),
            Map.entry(ToString.class, (a, s) -> ToStringEvaluator.toString(a)),
            Map.entry(Upper.class, (a, s) -> UpperEvaluator.upper(a)));

    private UnaryOperators() {}

    static Optional<Step> step(Expression expression, Compiler compiler) {
        var operand = operand(expression);
        var operator = operand == null ? null : operator(expression);
        if (operator == null) {
            return Optional.empty();
        }
        var step = compiler.step(operand);
        return Optional.of(frame -> operator.apply(step.value(frame), frame.state()));
    }

    private static @Nullable Expression operand(Expression expression) {
        if (expression instanceof UnaryExpression unary) {
            return unary.getOperand();
        }
        if (expression instanceof AggregateExpression aggregate && aggregate.getPath() == null) {
            return aggregate.getSource();
        }
        if (expression instanceof First first) {
            return first.getSource();
        }
        return expression instanceof Last last ? last.getSource() : null;
    }

    /** Some look at the element too. */
    private static @Nullable Operator operator(Expression expression) {
        if (expression instanceof As as) {
            var isStrict = Boolean.TRUE.equals(as.isStrict());
            return (a, s) -> a == null ? null : AsEvaluator.internalEvaluate(a, as, isStrict, s);
        }
        if (expression instanceof Is is) {
            return (a, s) -> a == null ? null : IsEvaluator.internalEvaluate(is, a, s);
        }
        if (expression instanceof DateTimeComponentFrom from) {
            var precision = Objects.requireNonNull(from.getPrecision()).value();
            return (a, s) -> DateTimeComponentFromEvaluator.dateTimeComponentFrom(a, precision);
        }
        if (expression instanceof Length length) {
            return (a, s) -> LengthEvaluator.internalEvaluate(a, length, s);
        }
        if (expression instanceof Negate negate) {
            return negation(negate);
        }
        if (expression instanceof First) {
            return (a, s) -> FirstEvaluator.first(a);
        }
        if (expression instanceof Last) {
            return (a, s) -> LastEvaluator.last(a);
        }
        return OPERATORS.get(expression.getClass());
    }

    /** The engine has a rule of its own for the least numbers: without the minus sign they would be too large. */
    private static Operator negation(Negate negate) {
        if (negate.getOperand() instanceof Literal literal
                && Set.of("2147483648", "9223372036854775807").contains(String.valueOf(literal.getValue()))) {
            throw new NotCompilable(negate);
        }
        return (a, s) -> NegateEvaluator.INSTANCE.negate(a);
    }
}
