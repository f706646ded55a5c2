package fr.respop.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import fr.respop.engine.content.UnknownExpression;
import fr.respop.engine.content.UnknownLibrary;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ExpressionEvaluatorTest {

    private final ExpressionEvaluator evaluator = new ExpressionEvaluator(CheckContent.CONTENT);
    private final Subject subject = Resident.woman("1")
            .withDiabetes()
            .withHbA1c("2025-06-01T10:00:00+02:00")
            .subject();

    @Test
    void givesResultsInTheOrderOfTheirNames() {
        assertThat(evaluate("Result Count", "Gender", "Gender of Women"))
                .containsExactly(
                        entry("Result Count", 1), entry("Gender", "female"), entry("Gender of Women", "female"));
    }

    @Test
    void givesAllPublicExpressionsWhenNoneIsNamed() {
        var results = evaluate();

        assertThat(List.copyOf(results.keySet()))
                .contains("Denominator", "Gender", "Numerator")
                .doesNotContain("Patient", "Secret", "Observed Results", "Double")
                .isSorted();
    }

    @Test
    void givesNullWhereCqlSaysNull() {
        var man = Resident.man("2").subject();

        var results = evaluator.evaluate(CheckContent.CHECK, List.of("Gender of Women"), man, Reports.YEAR_2025);

        assertThat(results).containsEntry("Gender of Women", null);
    }

    @Test
    void givesResourcesThemselves() {
        var found = (Iterable<?>)
                Objects.requireNonNull(evaluate("Diabetes Conditions").get("Diabetes Conditions"));

        assertThat(found).hasSize(1);
        assertThat((Object) found.iterator().next())
                .isSameAs(subject.resources().get(1));
    }

    @Test
    void evaluatesAsOfTheEndOfThePeriodInItsTimeZone() {
        var results = evaluate("Evaluation Day", "Evaluation Offset");

        assertThat(results.get("Evaluation Day")).hasToString("2025-12-31");
        assertThat(results.get("Evaluation Offset")).hasToString("1.0");
    }

    @Test
    void findsNothingOfOtherSubjectsOrEarlierRecords() {
        var earlier = Resident.woman("1").subject();

        assertThat(evaluator.evaluate(CheckContent.CHECK, List.of("Result Count"), earlier, Reports.YEAR_2025))
                .containsEntry("Result Count", 0);
        assertThat(evaluate("Result Count")).containsEntry("Result Count", 1);
    }

    @Test
    void passesThePeriodAsDatesToALibraryThatWantsDates() {
        var visitor = Resident.woman("3")
                .withStay("AMB", "2025-12-31T23:00:00+01:00", "2026-01-01T10:00:00+01:00")
                .subject();

        var results = evaluator.evaluate(CheckContent.STAYS, List.of("Stays"), visitor, Reports.YEAR_2025);

        assertThat((Iterable<?>) results.get("Stays")).hasSize(1);
    }

    @Test
    void passesFurtherParameters() {
        var results = evaluator.evaluate(
                CheckContent.CHECK, List.of("Numerator"), subject, Reports.YEAR_2025, Map.of("Results Wanted", 1));

        assertThat(results).containsEntry("Numerator", true);
        assertThat(evaluate("Numerator")).containsEntry("Numerator", false);
    }

    @Test
    void refusesAnExpressionThatIsNotThere() {
        assertThatThrownBy(() -> evaluate("Gender", "Absent"))
                .isInstanceOfSatisfying(
                        UnknownExpression.class,
                        refusal -> assertThat(refusal.expression()).isEqualTo("Absent"))
                .hasMessage("The library Check has no expression \"Absent\"");
    }

    @Test
    void refusesALibraryThatIsNotThere() {
        assertThatThrownBy(() ->
                        evaluator.evaluate("https://example.org/Library/No", List.of(), subject, Reports.YEAR_2025))
                .isInstanceOf(UnknownLibrary.class);
    }

    @Test
    void saysForWhomAndWhyItFailed() {
        var failing = Resident.woman("4").withSecondAddress().subject();

        assertThatThrownBy(() ->
                        evaluator.evaluate(CheckContent.CHECK, List.of("Lives in Troyes"), failing, Reports.YEAR_2025))
                .isInstanceOfSatisfying(SubjectNotEvaluable.class, failure -> {
                    assertThat(failure.subject()).isEqualTo("Patient/4");
                    assertThat(failure.reason()).contains("Check").doesNotContain("Patient/4");
                });
    }

    @Test
    void readsDatesInTheZoneOfThePeriod() {
        var overseas = MeasurementPeriod.of("2025", "2025", ZoneId.of("Indian/Reunion"));

        var results = evaluator.evaluate(CheckContent.CHECK, List.of("Evaluation Offset"), subject, overseas);

        assertThat(results.get("Evaluation Offset")).hasToString("4.0");
    }

    private Map<String, @Nullable Object> evaluate(String... expressions) {
        return evaluator.evaluate(CheckContent.CHECK, List.of(expressions), subject, Reports.YEAR_2025);
    }
}
