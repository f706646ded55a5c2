package fr.respop.engine.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.respop.engine.CheckContent;
import org.hl7.fhir.r4.model.Library;
import org.junit.jupiter.api.Test;

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
