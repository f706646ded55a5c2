package fr.respop.engine.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.respop.engine.CheckContent;
import fr.respop.engine.ExpressionEvaluator;
import fr.respop.engine.MeasurementPeriod;
import fr.respop.engine.Subject;
import java.time.ZoneOffset;
import java.util.List;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.Library;
import org.hl7.fhir.r4.model.Medication;
import org.hl7.fhir.r4.model.Patient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LibrariesTest {

    private static final String ONE = "https://example.org/Library/One";

    @Test
    void areCompiledOnce() {
        assertThat(CheckContent.CONTENT.library(CheckContent.CHECK))
                .isSameAs(CheckContent.CONTENT.library(CheckContent.CHECK));
    }

    @Test
    void knowTheTypesThatTheyAndTheirIncludesRetrieve() {
        assertThat(CheckContent.CONTENT.library(CheckContent.CHECK).dataTypes())
                .containsExactly("Condition", "Observation", "Patient", "Procedure");
    }

    @Test
    void areFoundInTheVersionThatIsAskedForOrElseInTheLatest() {
        var content = CheckContent.of(
                CheckContent.cql("One", "0.9.0", "library One version '0.9.0'", "define Nine: 9"),
                CheckContent.cql("One", "0.10.0", "library One version '0.10.0'", "define Ten: 10"));

        assertThat(content.library(ONE).expressions()).containsExactly("Ten");
        assertThat(content.library(ONE + "|0.9.0").expressions()).containsExactly("Nine");
        assertThatThrownBy(() -> content.library(ONE + "|1.0.0"))
                .isInstanceOf(UnknownLibrary.class)
                .hasMessageContaining(ONE + "|1.0.0");
    }

    @Test
    void needWhatTheyInclude() {
        var content = CheckContent.of(CheckContent.cql(
                "One", "1.0.0", "library One version '1.0.0'", "include Two version '2.0.0'", "define A: Two.B"));

        assertThatThrownBy(() -> content.library(ONE))
                .isInstanceOfSatisfying(
                        UnknownLibrary.class,
                        refusal -> assertThat(refusal.library()).isEqualTo("Two|2.0.0"))
                .hasMessage("There is no library Two|2.0.0, which One includes");
    }

    @Test
    void sayWhereTheyDoNotCompile() {
        var content =
                CheckContent.of(CheckContent.cql("One", "1.0.0", "library One version '1.0.0'", "define A: Absent"));

        assertThatThrownBy(() -> content.library(ONE)).isInstanceOfSatisfying(InvalidLibrary.class, refusal -> {
            assertThat(refusal.library()).isEqualTo("One");
            assertThat(refusal.messages()).singleElement().asString().startsWith("line 2, column 11: ");
        });
    }

    @Test
    void areBlamedForTheirOwnErrorsOnly() {
        var content = CheckContent.of(
                CheckContent.cql("One", "1.0.0", "library One version '1.0.0'", "include Two", "define A: Two.B"),
                CheckContent.cql("Two", "1.0.0", "library Two version '1.0.0'", "define B: Absent"));

        assertThatThrownBy(() -> content.library(ONE))
                .isInstanceOfSatisfying(
                        InvalidLibrary.class,
                        refusal -> assertThat(refusal.library()).isEqualTo("Two"));
    }

    @Test
    void mayNotIncludeThemselves() {
        var content = CheckContent.of(
                CheckContent.cql("One", "1.0.0", "library One version '1.0.0'", "include Two version '1.0.0'"),
                CheckContent.cql(
                        "Two",
                        "1.0.0",
                        "library Two version '1.0.0'",
                        "// include Three",
                        "include One version '1.0.0' called First"));

        assertThatThrownBy(() -> content.library(ONE))
                .isInstanceOf(InvalidLibrary.class)
                .hasMessageContaining("It includes itself: One -> Two -> One");
    }

    @Test
    void mustHaveTheVersionThatTheirTextStates() {
        var content = CheckContent.of(CheckContent.cql("One", "2.0.0", "library One version '1.0.0'", "define A: 1"));

        assertThatThrownBy(() -> content.library(ONE)).isInstanceOf(InvalidLibrary.class);
    }

    @Test
    void needTextOfSomeKind() {
        var empty = new Library();
        empty.setName("One").setUrl(ONE);

        assertThatThrownBy(() -> CheckContent.of(empty).library(ONE))
                .isInstanceOfSatisfying(
                        InvalidLibrary.class,
                        refusal -> assertThat(refusal.messages()).containsExactly("It has neither CQL nor ELM"));
    }

    @Test
    void withoutANameHaveThatOfTheirUrl() {
        var library = CheckContent.cql("One", "1.0.0", "library One version '1.0.0'", "define A: 1");
        library.setName(null);

        assertThat(CheckContent.of(library).library(ONE).name()).isEqualTo("One");
    }

    @Test
    void areFoundByTheIdThatAMeasureRefersTo() {
        assertThat(CheckContent.CONTENT.library("Library/Check").name()).isEqualTo("Check");
        assertThatThrownBy(() -> CheckContent.CONTENT.library("Library/Absent")).isInstanceOf(UnknownLibrary.class);
    }

    @Test
    void mayIncludeOneLibraryInSeveralVersions() {
        var content = CheckContent.of(
                CheckContent.cql("Common", "1.0.0", "library Common version '1.0.0'", "define Value: 'first'"),
                CheckContent.cql("Common", "2.0.0", "library Common version '2.0.0'", "define Value: 'second'"),
                CheckContent.cql(
                        "Old",
                        "1.0.0",
                        "library Old version '1.0.0'",
                        "include Common version '1.0.0'",
                        "define Value: Common.Value"),
                CheckContent.cql(
                        "New",
                        "1.0.0",
                        "library New version '1.0.0'",
                        "include Common version '2.0.0'",
                        "define Value: Common.Value"),
                CheckContent.cql(
                        "One",
                        "1.0.0",
                        "library One version '1.0.0'",
                        "include Old",
                        "include New",
                        "include Common",
                        "define Values: { Old.Value, New.Value, Common.Value }"));

        assertThat(value(content, "Values")).isEqualTo("[first, second, second]");
    }

    @ParameterizedTest
    @CsvSource({
        "4.1.1, Condition",
        "5.0.0, ConditionProblemsHealthConcerns",
        "6.0.0, ConditionProblemsHealthConcerns",
    })
    void mayUseTheQiCoreModel(String version, String condition) {
        var content = CheckContent.of(CheckContent.cql(
                "One",
                "1.0.0",
                "library One version '1.0.0'",
                "using QICore version '" + version + "'",
                "include FHIRHelpers version '4.0.1' called FHIRHelpers",
                "context Patient",
                "define Values: [" + condition + "] C return C.code.codes.code"));

        assertThat(content.library(ONE).dataTypes()).containsExactly("Condition", "Patient");
        assertThat(value(content, "Values")).isEqualTo("[[E11.9]]");
    }

    @Test
    void mayNotUseAModelThatIsNotKnown() {
        var content = CheckContent.of(
                CheckContent.cql("One", "1.0.0", "library One version '1.0.0'", "using QUICK version '9.9.9'"));

        assertThatThrownBy(() -> content.library(ONE))
                .isInstanceOf(InvalidLibrary.class)
                .hasMessageContaining("QUICK")
                .hasMessageContaining("9.9.9");
    }

    @Test
    void retrieveWhatBelongsToNobodyFromTheSource() {
        var medication = new Medication();
        medication.setId("Medication/m1");
        var content = CheckContent.of(
                medication,
                CheckContent.cql(
                        "One",
                        "1.0.0",
                        "library One version '1.0.0'",
                        "using FHIR version '4.0.1'",
                        "context Patient",
                        "define Values: [Medication] M return M.id.value"));

        assertThat(value(content, "Values")).isEqualTo("[m1]");
    }

    @Test
    void mayNotLookAtTheDataOfAllPatients() {
        var content = CheckContent.of(CheckContent.cql(
                "One",
                "1.0.0",
                "library One version '1.0.0'",
                "using FHIR version '4.0.1'",
                "context Unfiltered",
                "define Values: Count([Condition])",
                "context Patient",
                "define Share: Values + Count([Condition])"));

        assertThatThrownBy(() -> value(content, "Share"))
                .isInstanceOfSatisfying(RetrieveNotSupported.class, refusal -> {
                    assertThat(refusal.type()).isEqualTo("Condition");
                    assertThat(refusal.context()).isEqualTo("Unfiltered");
                });
    }

    private static String value(Content content, String expression) {
        var patient = new Patient();
        patient.setId("Patient/1");
        var condition = new Condition();
        condition.setId("Condition/1");
        condition.getCode().addCoding().setCode("E11.9");
        var values = new ExpressionEvaluator(content)
                .evaluate(
                        ONE,
                        List.of(expression),
                        new Subject("Patient/1", List.of(patient, condition)),
                        MeasurementPeriod.of("2025", "2025", ZoneOffset.UTC));
        return String.valueOf(values.get(expression));
    }

    @Test
    void compileAgainAfterAFailure() {
        var content = CheckContent.of(
                CheckContent.cql("One", "1.0.0", "library One version '1.0.0'", "include Absent"),
                CheckContent.cql("Two", "1.0.0", "library Two version '1.0.0'", "define B: 2"));

        assertThatThrownBy(() -> content.library(ONE)).isInstanceOf(UnknownLibrary.class);
        assertThatThrownBy(() -> content.library(ONE)).isInstanceOf(UnknownLibrary.class);
        assertThat(content.library("https://example.org/Library/Two").expressions())
                .containsExactly("B");
    }
}
