package fr.respop.server.cdshooks;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import org.jspecify.annotations.Nullable;

/** A language in which there are cards. */
public enum Language {
    FR(Locale.FRENCH),
    EN(Locale.ENGLISH);

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    Locale locale() {
        return locale;
    }

    /**
     * The first one that a client accepts.
     *
     * @param acceptLanguage the header of that name, if there is one
     * @param standard what is taken when the client names no language that there is
     */
    static Language accepted(@Nullable String acceptLanguage, Language standard) {
        if (acceptLanguage == null || acceptLanguage.isBlank()) {
            return standard;
        }
        var asked = Locale.lookup(
                ranges(acceptLanguage),
                Arrays.stream(values()).map(Language::locale).toList());
        return Arrays.stream(values())
                .filter(language -> language.locale.equals(asked))
                .findFirst()
                .orElse(standard);
    }

    private static List<LanguageRange> ranges(String acceptLanguage) {
        try {
            return LanguageRange.parse(acceptLanguage);
        } catch (IllegalArgumentException malformed) {
            return List.of();
        }
    }
}
