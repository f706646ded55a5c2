package fr.respop.engine.compiled;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.cqframework.cql.cql2elm.tracking.Trackable;
import org.hl7.cql.model.IntervalType;
import org.hl7.cql.model.ListType;
import org.hl7.elm.r1.Add;
import org.hl7.elm.r1.And;
import org.hl7.elm.r1.BinaryExpression;
import org.hl7.elm.r1.Concatenate;
import org.hl7.elm.r1.Divide;
import org.hl7.elm.r1.Equal;
import org.hl7.elm.r1.Equivalent;
import org.hl7.elm.r1.Except;
import org.hl7.elm.r1.Expression;
import org.hl7.elm.r1.Greater;
import org.hl7.elm.r1.GreaterOrEqual;
import org.hl7.elm.r1.Indexer;
import org.hl7.elm.r1.Intersect;
import org.hl7.elm.r1.Less;
import org.hl7.elm.r1.LessOrEqual;
import org.hl7.elm.r1.Matches;
import org.hl7.elm.r1.Multiply;
import org.hl7.elm.r1.NaryExpression;
import org.hl7.elm.r1.NotEqual;
import org.hl7.elm.r1.Or;
import org.hl7.elm.r1.Subtract;
import org.hl7.elm.r1.Union;
import org.jspecify.annotations.Nullable;
import org.opencds.cqf.cql.engine.elm.executing.AddEvaluator;
import org.opencds.cqf.cql.engine.elm.executing.AndEvaluator;
import org.opencds.cqf.cql.engine.elm.executing.ConcatenateEvaluator;
import org.opencds.cqf.cql.engine.elm.executing.DivideEvaluator;
import org.opencds.cqf.cql.engine.elm.executing.EqualEvaluator;
import org.opencds.cqf.cql.engine.elm.executing.EquivalentEvaluator;
import org.opencds.cqf.cql.engine.elm.executing.ExceptEvaluator;
import org.opencds.cqf.cql.engine.elm.executing.GreaterEvaluator;
import org.opencds.cqf.cql.engine.elm.executing.GreaterOrEqualEvaluator;
import org.opencds.cqf.cql.engine.elm.executing.IndexerEvaluator;
import org.opencds.cqf.cql.engine.elm.executing.IntersectEvaluator;
import org.opencds.cqf.cql.engine.elm.executing.LessEvaluator;
import org.opencds.cqf.cql.engine.elm.executing.LessOrEqualEvaluator;
import org.opencds.cqf.cql.engine.elm.executing.MatchesEvaluator;
import org.opencds.cqf.cql.engine.elm.executing.MultiplyEvaluator;
import org.opencds.cqf.cql.engine.elm.executing.NotEqualEvaluator;
import org.opencds.cqf.cql.engine.elm.executing.OrEvaluator;
import org.opencds.cqf.cql.engine.elm.executing.SubtractEvaluator;
import org.opencds.cqf.cql.engine.elm.executing.UnionEvaluator;
import org.opencds.cqf.cql.engine.execution.State;
import org.opencds.cqf.cql.engine.runtime.Interval;

/** Operators of two operands. */
final class BinaryOperators {

    @FunctionalInterface
    interface Operator {
        @Nullable
        Object apply(@Nullable Object a, @Nullable Object b, State s);
    }

    private static final Map<Class<? extends Expression>, Operator> OPERATORS = Map.ofEntries(
            Map.entry(Add.class, (a, b, s) -> AddEvaluator.add(a, b, s)),
            Map.entry(And.class, (a, b, s) -> AndEvaluator.and(a, b)),
            Map.entry(Concatenate.class, (a, b, s) -> ConcatenateEvaluator.concatenate(a, b)),
            Map.entry(Divide.class, (a, b, s) -> DivideEvaluator.divide(a, b, s)),
            Map.entry(Equal.class, (a, b, s) -> EqualEvaluator.equal(a, b, s)),
            Map.entry(Equivalent.class, (a, b, s) -> EquivalentEvaluator.equivalent(a, b, s)),
            Map.entry(Except.class, (a, b, s) -> ExceptEvaluator.except(a, b, s)),
            Map.entry(Greater.class, (a, b, s) -> GreaterEvaluator.greater(a, b, s)),
            Map.entry(GreaterOrEqual.class, (a, b, s) -> GreaterOrEqualEvaluator.greaterOrEqual(a, b, s)),
            Map.entry(Indexer.class, (a, b, s) -> IndexerEvaluator.indexer(a, b)),
            Map.entry(Intersect.class, (a, b, s) -> IntersectEvaluator.intersect(a, b, s)),
            Map.entry(Less.class, (a, b, s) -> LessEvaluator.less(a, b, s)),
            Map.entry(LessOrEqual.class, (a, b, s) -> LessOrEqualEvaluator.lessOrEqual(a, b, s)),
            Map.entry(Matches.class, (a, b, s) -> MatchesEvaluator.matches((String) a, (String) b)),
            Map.entry(Multiply.class, (a, b, s) -> MultiplyEvaluator.multiply(a, b, s)),
            Map.entry(NotEqual.class, (a, b, s) -> NotEqualEvaluator.notEqual(a, b, s)),
            Map.entry(Or.class, (a, b, s) -> OrEvaluator.or(a, b)),
            Map.entry(Subtract.class, (a, b, s) -> SubtractEvaluator.subtract(a, b, s)));

    private BinaryOperators() {}

    static Optional<Step> step(Expression expression, Compiler compiler) {
        var operands = operands(expression);
        var operator = operands.size() == 2 ? operator(expression) : null;
        if (operator == null) {
            return Optional.empty();
        }
        var left = compiler.step(operands.get(0));
        var right = compiler.step(operands.get(1));
        return Optional.of(frame -> operator.apply(left.value(frame), right.value(frame), frame.state()));
    }

    private static List<Expression> operands(Expression expression) {
        if (expression instanceof BinaryExpression binary) {
            return binary.getOperand();
        }
        return expression instanceof NaryExpression nary ? nary.getOperand() : List.of();
    }

    private static @Nullable Operator operator(Expression expression) {
        if (expression instanceof Union union) {
            return union(union);
        }
        var operator = PreciseOperators.of(expression);
        return operator == null ? OPERATORS.get(expression.getClass()) : operator;
    }

    /** What the union of two nulls is depends on their types, where the translator has left them. */
    private static Operator union(Union union) {
        var types = Stream.of(union.getOperand().get(0), union.getOperand().get(1), union)
                .map(Trackable.INSTANCE::getResultType)
                .toList();
        if (types.stream().anyMatch(ListType.class::isInstance)) {
            return (a, b, s) -> UnionEvaluator.INSTANCE.unionIterable((Iterable<?>) a, (Iterable<?>) b, s);
        }
        if (types.stream().anyMatch(IntervalType.class::isInstance)) {
            return (a, b, s) -> UnionEvaluator.unionInterval((Interval) a, (Interval) b, s);
        }
        return UnionEvaluator::union;
    }
}
