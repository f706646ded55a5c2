package fr.respop.engine.compiled;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.respop.engine.CheckContent;
import fr.respop.engine.content.Content;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.hl7.elm.r1.VersionedIdentifier;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.opencds.cqf.cql.engine.data.CompositeDataProvider;
import org.opencds.cqf.cql.engine.elm.executing.EqualEvaluator;
import org.opencds.cqf.cql.engine.elm.executing.ToStringEvaluator;
import org.opencds.cqf.cql.engine.execution.CqlEngine;
import org.opencds.cqf.cql.engine.execution.Environment;
import org.opencds.cqf.cql.engine.execution.EvaluationExpressionRef;
import org.opencds.cqf.cql.engine.execution.EvaluationParams;
import org.opencds.cqf.cql.engine.execution.ExpressionResult;
import org.opencds.cqf.cql.engine.fhir.model.R4FhirModelResolver;
import org.opencds.cqf.cql.engine.retrieve.RetrieveProvider;

/** The CQL engine is the oracle: a run gives what it gives, on the same evidence. */
class RunTest {

    private static final String LIBRARY = "https://example.org/Library/Kinds";
    private static final Content CONTENT = CheckContent.of(CheckContent.cql("Kinds", "1.0.0", """
            library Kinds version '1.0.0'
            using FHIR version '4.0.1'
            include FHIRHelpers version '4.0.1' called FHIRHelpers
            codesystem "LOINC": 'http://loinc.org'
            code "HbA1c": '4548-4' from "LOINC"
            parameter "Given" Integer
            parameter "Defaulted" Integer default 7
            context Patient
            define "Constants": { 1.5, 2 } union { 3 }
            define "Quantity": 5 'mg' + 3 'mg'
            define "Code": "HbA1c".code + ToString("Given" + "Defaulted")
            define "Tuple": Tuple { a: 1, b: null as Integer, c: { 'x' } }
            define "Names": First(Patient.name).family.value + ' ' + Patient.name[0].given[0].value
            define "Birth": year from Patient.birthDate.value + month from Patient.birthDate.value
            define "Is Child": if Patient.birthDate.value > @2010-01-01 then 'yes' else 'no'
            define "Sex": case Patient.gender.value when 'female' then 1 when 'male' then 2 else 3 end
            define "Case": case when "Sex" = 2 then 'b' when "Sex" = 1 then 'a' else 'c' end
            define "Observations": [Observation] O where O.status.value in { 'final', 'amended' }
            define "Values": "Observations" O return (O.value as FHIR.Quantity).value.value
            define "Distinct Values": "Observations" O return distinct (O.value as FHIR.Quantity).value.value
            define "All Values": "Observations" O return all (O.value as FHIR.Quantity).value.value
            define "Sorted Values": "All Values" V sort desc
            define "Highest": Max("All Values") - Min("All Values") + Count("Observations")
            define "Kinds of Values": "Observations" O return all (O.value is FHIR.Quantity)
            define "Lets": "Observations" O let v: (O.value as FHIR.Quantity).value.value, w: v * 2 where w > 10 return all w
            define "With": "Observations" O with [Condition] C such that C.id.value = O.id.value return all O.id.value
            define "Without": "Observations" O without [Condition] C such that C.id.value = O.id.value return all O.id.value
            define "Pairs": from "Observations" O, [Condition] C where C.id.value != O.id.value return all O.id.value + C.id.value
            define "Whole Pairs": Count(from "Observations" O, [Condition] C)
            define "Of One": Patient P where P.active.value is null return P.gender.value
            define "Of None": Patient P where P.active.value return P.gender.value
            define "Null Union": (null as List<Integer>) union (null as List<Integer>)
            define "Null Operands": Coalesce(null as Integer, "Given") > 1 and (null as Boolean) or not (null as Boolean)
            define "Nothing": flatten { { First({} as List<Integer>) }, { 2 } }
            define "By Code": [Observation: "HbA1c"] O return all O.id.value
            define "Called": twice(3) + twice('3').length + Length(named(Patient))
            define "Rounded": Round(10.0 / 3, 2)
            define "Days": difference in days between @2025-01-01 and @2025-03-01
            define "Text": Substring(ReplaceMatches(Upper('a-b'), '[^A-Z]', ''), 1)
            define "Period": Interval[@2025-01-01, @2025-03-31)
            define "Open Period": Interval[@2025-01-01, null]
            define "No Period": Interval[null as Date, null as Date]
            define "Widened": Interval["Period".low, @2025-06-30]
            define "In Period": @2025-03-31 in "Period" or "Period" includes @2025-01-01 or "Period" overlaps "Widened"
            define "Time": DateTime(2025, 3, 1, 12, 30)
            define "Zoned Time": DateTime(2025, 3, 1, 12, 30, 0, 0, -5.0)
            define "No Time": DateTime(null)
            define "Compared Times": { "Time" before "Zoned Time", "Time" after day of "Zoned Time", "Time" same day as "Zoned Time",
              "Time" same or before "Zoned Time", "Time" same day or after "Zoned Time" }
            define "Age": CalculateAgeInYearsAt(Patient.birthDate.value, @2025-12-31)
            define "Numbers": { Abs("Given"), Floor(2.5), Ceiling(2.5) }
            define "Average": Avg({ 1.0, 2.0, 4.0 })
            define "Least": { -2147483648 }
            define "Lower Case": Lower('AbC')
            define "Conditional Evidence": if exists [Condition] then "Highest" else null
            define "Aggregated": ({ 1, 2, 3 }) N aggregate T starting 0: T + N
            define "Sorted by Expression": "Observations" O sort by id.value
            define function twice(number Integer): number * 2
            define function twice(text String): Tuple { length: Length(text) * 2 }
            define function named(person FHIR.Patient): First(person.name N return all N.family.value)
            """));
    private static final ZonedDateTime TIME = ZonedDateTime.of(2025, 12, 31, 0, 0, 0, 0, ZoneOffset.UTC);
    private static final Map<String, Object> PARAMETERS = Map.of("Given", 4);
    private static final VersionedIdentifier KINDS = CONTENT.library(LIBRARY).identifier();
    private static final List<Resource> RECORD = record();

    private final CqlEngine engine = engine();
    private final Run run = new Run(CONTENT.definitions(), engine.getState(), () -> {});

    static Stream<String> expressions() {
        return CONTENT.library(LIBRARY).expressions().stream()
                .filter(name ->
                        !List.of("Aggregated", "Sorted by Expression", "Least").contains(name));
    }

    @ParameterizedTest
    @MethodSource("expressions")
    void givesWhatTheEngineGives(String expression) {
        var ofRun = Objects.requireNonNull(
                run.evaluate(KINDS, List.of(expression), PARAMETERS).get(expression));
        var ofEngine = ofEngine(expression);

        assertThat(text(ofRun)).isEqualTo(text(ofEngine));
        assertThat(ofRun.getEvaluatedResources()).isEqualTo(ofEngine.getEvaluatedResources());
        assertThat(EqualEvaluator.equal(ofRun.getValue(), ofEngine.getValue(), engine.getState()))
                .isNotEqualTo(false);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Aggregated", "Sorted by Expression", "Least", "No Such Name"})
    void leavesToTheEngineWhatItDoesNotKnow(String expression) {
        assertThatThrownBy(() -> run.evaluate(KINDS, List.of(expression), PARAMETERS))
                .isInstanceOf(NotCompilable.class);
    }

    @Test
    void remembersWithinASubjectOnly() {
        var results = run.evaluate(KINDS, List.of("Observations"), PARAMETERS);
        var again = run.evaluate(KINDS, List.of("Observations"), PARAMETERS);
        run.forget();
        var ofAnother = run.evaluate(KINDS, List.of("Observations"), PARAMETERS);

        assertThat(value(again)).isSameAs(value(results));
        assertThat(value(ofAnother)).isNotSameAs(value(results)).isEqualTo(value(results));
    }

    private static Object value(Map<String, ExpressionResult> results) {
        return Objects.requireNonNull(
                Objects.requireNonNull(results.get("Observations")).getValue());
    }

    private static String text(ExpressionResult result) {
        var value = result.getValue();
        return value instanceof Iterable<?> list
                ? String.join("|", Stream.of(list).map(String::valueOf).toList())
                : value instanceof Resource resource
                        ? resource.getId()
                        : String.valueOf(ToStringEvaluator.toString(value));
    }

    private ExpressionResult ofEngine(String expression) {
        var reference = new EvaluationExpressionRef(expression);
        var results =
                engine.evaluate(new EvaluationParams(Map.of(KINDS, List.of(reference)), null, PARAMETERS, null, TIME));
        return Objects.requireNonNull(results.getOnlyResultOrThrow().get(reference));
    }

    private static CqlEngine engine() {
        RetrieveProvider ofRecord =
                (context, path, value, type, template, codePath, codes, set, date, low, high, range) -> RECORD.stream()
                        .filter(resource -> resource.fhirType().equals(type))
                        .map(Object.class::cast)
                        .toList();
        var model = new CompositeDataProvider(new R4FhirModelResolver(), ofRecord);
        var environment =
                new Environment(CONTENT.libraries(), Map.of("http://hl7.org/fhir", model), CONTENT.terminology());
        var engine = new CqlEngine(environment, EnumSet.of(CqlEngine.Options.EnableExpressionCaching));
        engine.getState().setEvaluationDateTime(TIME);
        engine.getState().setContextValue("Patient", "1");
        return engine;
    }

    private static List<Resource> record() {
        var patient = new Patient();
        patient.setId("1");
        patient.setBirthDateElement(new DateType("1957-03"));
        patient.addName().setFamily("Test").addGiven("Anne");
        var condition = new Condition();
        condition.setId("a");
        return List.of(patient, condition, observation("a", "5.5"), observation("b", "7"), observation("c", "7"));
    }

    private static Observation observation(String id, String value) {
        var observation = new Observation();
        observation.setId(id);
        observation.setStatus(Observation.ObservationStatus.FINAL);
        observation.setCode(new CodeableConcept(new Coding("http://loinc.org", "4548-4", null)));
        observation.setEffective(new DateTimeType("2025-02-03"));
        observation.setValue(new Quantity().setValue(new java.math.BigDecimal(value)));
        return observation;
    }
}
