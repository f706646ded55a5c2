package fr.respop.content.cases;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What the cases of a library show of its public expressions.
 *
 * @param library the library's name
 * @param cases the number of its cases
 * @param missing by expression the end that no case shows, where one is missing
 * @param expressions the number of its public expressions
 */
record ExpressionCoverage(String library, int cases, int expressions, Map<String, String> missing) {

    /** Evaluates every public expression on every case of a library. */
    static ExpressionCoverage of(String library, List<CqlCase> cases, JavaEngine engine) {
        var expressions = engine.expressions(library);
        Map<String, SeenValues> seen = new TreeMap<>();
        expressions.forEach(expression -> seen.put(expression, new SeenValues()));
        for (CqlCase one : cases) {
            Map<String, JsonNode> values = engine.evaluate(library, expressions, one.subject());
            values.forEach((expression, value) ->
                    Objects.requireNonNull(seen.get(expression)).see(value));
        }
        Map<String, String> missing = new TreeMap<>();
        seen.forEach((expression, values) -> values.missingEnd().ifPresent(end -> missing.put(expression, end)));
        return new ExpressionCoverage(library, cases.size(), expressions.size(), missing);
    }
}
