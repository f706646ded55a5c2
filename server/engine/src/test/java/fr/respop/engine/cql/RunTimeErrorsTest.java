package fr.respop.engine.cql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.respop.engine.CheckContent;
import fr.respop.engine.ExpressionEvaluator;
import fr.respop.engine.MeasurementPeriod;
import fr.respop.engine.Subject;
import fr.respop.engine.SubjectNotEvaluable;
import java.time.ZoneOffset;
import java.util.List;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Patient;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RunTimeErrorsTest {

    private static final String ERRORS = "https://example.org/Library/Errors";
    private static final ExpressionEvaluator EVALUATOR =
            new ExpressionEvaluator(CheckContent.of(CheckContent.cql("Errors", "1.0.0", """
                    library Errors version '1.0.0'
                    using FHIR version '4.0.1'
                    include FHIRHelpers version '4.0.1' called FHIRHelpers
                    context Patient
                    define "Division by Zero": 1 / 0
                    define "Impossible Conversion": ToInteger('abc')
                    define "Incomparable Units": 5 'mg' < 3 'm'
                    define "Interval Backwards": Interval[Patient.birthDate.value, @1950-01-01]
                    define "Several for One": singleton from { 1, 2 }
                    define "Month 13": DateTime(2025, 13, 1)
                    define "Logarithm of Zero": Ln(0)
                    """)));

    @ParameterizedTest
    @ValueSource(strings = {"Division by Zero", "Impossible Conversion", "Incomparable Units"})
    void areNullWhereCqlSaysSo(String expression) {
        assertThat(evaluate(expression)).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Interval Backwards | the ending boundary ([date]) must be greater than or equal to the starting boundary ([date])
            Several for One    | Expected a list with at most one element
            Month 13           | Invalid value for MonthOfYear
            Logarithm of Zero  | Results in negative infinity
            """)
    void areOfTheSubjectWithTheirCauseAndPlace(String expression, String cause) {
        assertThatThrownBy(() -> evaluate(expression))
                .isInstanceOf(SubjectNotEvaluable.class)
                .hasMessageContaining(cause)
                .hasMessageContaining("Errors.");
    }

    private static @Nullable Object evaluate(String expression) {
        var patient = new Patient();
        patient.setId("Patient/1");
        patient.setBirthDateElement(new DateType("1957-03-02"));
        return EVALUATOR
                .evaluate(
                        ERRORS,
                        List.of(expression),
                        new Subject("Patient/1", List.of(patient)),
                        MeasurementPeriod.of("2025", "2025", ZoneOffset.UTC))
                .get(expression);
    }
}
