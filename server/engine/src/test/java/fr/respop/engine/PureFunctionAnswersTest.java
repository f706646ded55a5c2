package fr.respop.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Functions whose answers are remembered answer as if they were computed each time. */
class PureFunctionAnswersTest {

    private static final String LIBRARY = "https://example.org/Library/Answers";

    private final ExpressionEvaluator evaluator = new ExpressionEvaluator(CheckContent.of(CheckContent.cql(
            "Answers",
            "1.0.0",
            "library Answers version '1.0.0'",
            "using FHIR version '4.0.1'",
            "codesystem \"A\": 'urn:a'",
            "codesystem \"B\": 'urn:b'",
            "code \"X of A\": 'x' from \"A\"",
            "code \"X of B\": 'x' from \"B\"",
            "context Patient",
            "define function systemOf(codes List<System.Code>): First(codes C return all C.system)",
            "define function doubled(number Decimal): number * 2",
            "define function unlessGiven(text String): Coalesce(text, 'none')",
            "define \"Systems\": { systemOf({ \"X of A\" }), systemOf({ \"X of B\" }), systemOf({ \"X of A\" }) }",
            "define \"Doubled\": { doubled(1.5), doubled(2.5), doubled(1.5), doubled(null) }",
            "define \"Texts\": { unlessGiven(null), unlessGiven('some'), unlessGiven(null) }")));

    @Test
    void tellCodesBySystemNumbersByValueAndNullFromText() {
        assertThat(evaluate("Systems")).containsExactly(entry("Systems", List.of("urn:a", "urn:b", "urn:a")));
        assertThat(String.valueOf(evaluate("Doubled").get("Doubled"))).isEqualTo("[3.0, 5.0, 3.0, null]");
        assertThat(evaluate("Texts")).containsExactly(entry("Texts", List.of("none", "some", "none")));
    }

    private Map<String, @Nullable Object> evaluate(String expression) {
        return evaluator.evaluate(
                LIBRARY, List.of(expression), Resident.woman("1").subject(), Reports.YEAR_2025);
    }
}
