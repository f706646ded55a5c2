package fr.respop.engine.compiled;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Objects;
import java.util.stream.Stream;
import org.hl7.elm.r1.Coalesce;
import org.hl7.elm.r1.Date;
import org.hl7.elm.r1.DateTime;
import org.hl7.elm.r1.Expression;
import org.hl7.elm.r1.ReplaceMatches;
import org.hl7.elm.r1.Round;
import org.hl7.elm.r1.Split;
import org.hl7.elm.r1.Substring;
import org.jspecify.annotations.Nullable;
import org.opencds.cqf.cql.engine.elm.executing.CoalesceEvaluator;
import org.opencds.cqf.cql.engine.elm.executing.DateEvaluator;
import org.opencds.cqf.cql.engine.elm.executing.DateTimeEvaluator;
import org.opencds.cqf.cql.engine.elm.executing.ReplaceMatchesEvaluator;
import org.opencds.cqf.cql.engine.elm.executing.RoundEvaluator;
import org.opencds.cqf.cql.engine.elm.executing.SplitEvaluator;
import org.opencds.cqf.cql.engine.elm.executing.SubstringEvaluator;
import org.opencds.cqf.cql.engine.runtime.TemporalHelper;

/** The CQL engine's operators, on the values of steps. All operands are evaluated, as the engine does. */
final class Operators {

    private Operators() {}

    static Step step(Expression expression, Compiler compiler) {
        return UnaryOperators.step(expression, compiler)
                .or(() -> BinaryOperators.step(expression, compiler))
                .orElseGet(() -> ofSeveral(expression, compiler));
    }

    private static Step ofSeveral(Expression expression, Compiler compiler) {
        if (expression instanceof Coalesce coalesce) {
            return coalesce(coalesce, compiler);
        }
        if (expression instanceof DateTime time) {
            return time(time, compiler);
        }
        if (expression instanceof Date date) {
            var year = compiler.stepOrNull(date.getYear());
            var month = compiler.stepOrNull(date.getMonth());
            var day = compiler.stepOrNull(date.getDay());
            return frame -> DateEvaluator.internalEvaluate(
                    (Integer) year.value(frame), (Integer) month.value(frame), (Integer) day.value(frame));
        }
        if (expression instanceof Round round) {
            var operand = compiler.step(round.getOperand());
            var precision = compiler.stepOrNull(round.getPrecision());
            return frame -> RoundEvaluator.round(operand.value(frame), precision.value(frame));
        }
        if (expression instanceof Substring substring) {
            var text = compiler.step(substring.getStringToSub());
            var start = compiler.step(substring.getStartIndex());
            var length = compiler.stepOrNull(substring.getLength());
            return frame -> SubstringEvaluator.substring(text.value(frame), start.value(frame), length.value(frame));
        }
        if (expression instanceof Split split) {
            var text = compiler.step(split.getStringToSplit());
            var separator = compiler.step(split.getSeparator());
            return frame -> SplitEvaluator.split(text.value(frame), separator.value(frame));
        }
        if (expression instanceof ReplaceMatches replace) {
            var operands = compiler.steps(replace.getOperand());
            return frame -> ReplaceMatchesEvaluator.replaceMatches(
                    (String) operands.get(0).value(frame),
                    (String) operands.get(1).value(frame),
                    (String) operands.get(2).value(frame));
        }
        throw new NotCompilable(expression);
    }

    private static Step time(DateTime time, Compiler compiler) {
        var parts = Stream.of(
                        time.getYear(),
                        time.getMonth(),
                        time.getDay(),
                        time.getHour(),
                        time.getMinute(),
                        time.getSecond(),
                        time.getMillisecond())
                .map(compiler::stepOrNull)
                .toList();
        var offset = compiler.stepOrNull(time.getTimezoneOffset());
        var isOfEvaluation = time.getTimezoneOffset() == null;
        return frame -> DateTimeEvaluator.internalEvaluate(
                (Integer) parts.get(0).value(frame),
                (Integer) parts.get(1).value(frame),
                (Integer) parts.get(2).value(frame),
                (Integer) parts.get(3).value(frame),
                (Integer) parts.get(4).value(frame),
                (Integer) parts.get(5).value(frame),
                (Integer) parts.get(6).value(frame),
                isOfEvaluation ? offsetOfEvaluation(frame) : (BigDecimal) offset.value(frame));
    }

    /** A time that states no zone is one of the zone of the evaluation. */
    private static BigDecimal offsetOfEvaluation(Frame frame) {
        var now = Objects.requireNonNull(frame.state().getEvaluationDateTime());
        return TemporalHelper.zoneToOffset(Objects.requireNonNull(now.getZoneOffset()));
    }

    private static Step coalesce(Coalesce coalesce, Compiler compiler) {
        var operands = compiler.steps(coalesce.getOperand());
        return frame -> {
            var values = new ArrayList<@Nullable Object>(operands.size());
            operands.forEach(operand -> values.add(operand.value(frame)));
            return CoalesceEvaluator.INSTANCE.coalesce(values);
        };
    }
}
