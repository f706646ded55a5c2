package fr.respop.engine.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.opencds.cqf.cql.engine.execution.ExpressionResult;

/**
 * The values of a measure's expressions for a subject: all that decides where the subject counts.
 *
 * @param values each a Boolean, an Integer, a String or null, in the order of the measure's expressions
 */
public record Combination(List<@Nullable Object> values) {

    /** Nothing if a value is not a simple one, since others need not be equal when they mean the same. */
    public static @Nullable Combination of(List<String> expressions, Map<String, ExpressionResult> results) {
        var values = new ArrayList<@Nullable Object>(expressions.size());
        for (var expression : expressions) {
            var found = results.get(expression);
            var value = found == null ? null : found.getValue();
            if (!isSimple(value)) {
                return null;
            }
            values.add(value);
        }
        return new Combination(values);
    }

    private static boolean isSimple(@Nullable Object value) {
        return value == null || value instanceof Boolean || value instanceof String || value instanceof Integer;
    }
}
