package fr.respop.server.cdshooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTest {

    @ParameterizedTest
    @CsvSource({
        "'fr', FR",
        "'fr-FR,fr;q=0.9,en;q=0.8', FR",
        "'en-US', EN",
        "'de, en;q=0.5', EN",
        "'fr;q=0.1, en', EN",
        "'de', FR",
        "'*', FR",
        "'', FR",
        "';;;', FR"
    })
    void isTheFirstThatTheClientAccepts(String accepted, Language expected) {
        assertThat(Language.accepted(accepted, Language.FR)).isEqualTo(expected);
    }

    @Test
    void isTheStandardOneForWhoAsksForNone() {
        assertThat(Language.accepted(null, Language.EN)).isEqualTo(Language.EN);
    }

    @Test
    void everyTextIsInBothLanguages() {
        var french = words(Language.FR);
        var english = words(Language.EN);

        assertThat(french.keySet()).isEqualTo(english.keySet());
        for (var key : french.keySet()) {
            assertThat(gaps(french.getString(key))).as(key).isEqualTo(gaps(english.getString(key)));
        }
    }

    private static ResourceBundle words(Language language) {
        return ResourceBundle.getBundle("fr.respop.server.cdshooks.cards", language.locale());
    }

    private static String gaps(String text) {
        return text.replaceAll("[^%]*(%[sd])?[^%]*", "$1");
    }
}
