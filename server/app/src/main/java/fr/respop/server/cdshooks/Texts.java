package fr.respop.server.cdshooks;

import fr.respop.server.fhir.programme.Programme;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ResourceBundle;

/** The words of cards in one language. */
final class Texts {

    private static final String WORDS = "fr.respop.server.cdshooks.cards";

    private final Language language;
    private final ResourceBundle words;
    private final DateTimeFormatter dates;

    private Texts(Language language) {
        this.language = language;
        this.words = ResourceBundle.getBundle(WORDS, language.locale());
        this.dates = DateTimeFormatter.ofPattern(words.getString("date"));
    }

    static Texts in(Language language) {
        return new Texts(language);
    }

    Language language() {
        return language;
    }

    /** A text with its gaps filled, in the order of the values or as {@code %1$s} says. */
    String of(String key, Object... values) {
        return words.getString(key).formatted(values);
    }

    String of(Programme programme) {
        return language == Language.FR ? programme.french() : programme.display();
    }

    String date(LocalDate date) {
        return dates.format(date);
    }
}
