package fr.respop.guide.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CqlLibraryTest {

    private static final String CQL = """
            library Feet version '1'

            context Patient

            /*
            @population: numerator
            @meaning: Both feet
            are well.
            @source: Sole et al.

            An aside.
            */
            define "Is Well":
              true

            define function twice(foot Integer):
              foot * 2

            define function twice(foot Decimal):
              foot * 2.0
            """;

    private final CqlLibrary library = CqlLibrary.of(CQL);

    @Test
    void readsWhatTheCommentAboveSays() {
        assertThat(library.define("Is Well"))
                .contains(new Define(
                        "Is Well", "is-well", "Both feet are well.", "Sole et al.", "define \"Is Well\":\n  true"));
    }

    @Test
    void aDefinitionWithoutCommentSaysNothing() {
        assertThat(library.define("twice"))
                .hasValueSatisfying(define -> assertThat(define.meaning()).isEmpty());
    }

    @Test
    void theFormsOfAFunctionHavePlacesOfTheirOwn() {
        assertThat(library.defines()).extracting(Define::anchor).containsExactly("is-well", "twice", "twice-2");
    }

    @Test
    void thePiecesAreTheWholeSource() {
        assertThat(library.pieces().stream().map(CqlLibrary.Piece::text).collect(Collectors.joining()))
                .isEqualTo(CQL);
    }
}
