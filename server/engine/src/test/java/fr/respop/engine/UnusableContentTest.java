package fr.respop.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.respop.engine.content.Content;
import fr.respop.engine.content.UnknownExpression;
import fr.respop.engine.content.ValueSetNotExpandable;
import java.util.List;
import org.hl7.fhir.r4.model.ValueSet;
import org.junit.jupiter.api.Test;

/** What no subject's data can change ends an evaluation; it is never told as a failure of every subject. */
class UnusableContentTest {

    private final Content withoutValueSets = CheckContent.of(CheckContent.all().stream()
            .filter(resource -> !(resource instanceof ValueSet))
            .toArray(org.hl7.fhir.r4.model.Resource[]::new));

    @Test
    void endsAPopulationWhenAValueSetIsMissing() {
        try (var source = SubjectSource.of(Reports.subjects(Resident.woman("1").withDiabetes(), Resident.man("2")))) {
            var evaluator = new PopulationEvaluator(withoutValueSets, Reports.SETTINGS);
            var request = Reports.request(TestMeasure.cohort(), ReportType.POPULATION);

            assertThatThrownBy(() -> evaluator.evaluate(request, source))
                    .isInstanceOfSatisfying(
                            ValueSetNotExpandable.class,
                            refusal ->
                                    assertThat(refusal.valueSet()).isEqualTo("https://example.org/ValueSet/diabetes"));
        }
    }

    @Test
    void endsTheEvaluationOfOneSubject() {
        var evaluator = new ExpressionEvaluator(withoutValueSets);
        var subject = Resident.woman("1").withDiabetes().subject();

        assertThatThrownBy(() -> evaluator.evaluate(
                        CheckContent.CHECK, List.of("Initial Population"), subject, Reports.YEAR_2025))
                .isInstanceOf(ValueSetNotExpandable.class);
    }

    @Test
    void isFoundBeforeTheFirstSubjectWhenAnExpressionIsMissing() {
        var measure = TestMeasure.of(CheckContent.CHECK, "cohort").population("initial-population", "Absent");

        assertThatThrownBy(() -> Reports.population(measure))
                .isInstanceOfSatisfying(
                        UnknownExpression.class,
                        refusal -> assertThat(refusal.expression()).isEqualTo("Absent"));
    }
}
