package fr.respop.guide.source;

/** The languages that the site is written in, one folder each. */
public enum Language {
    ENGLISH("en"),
    FRENCH("fr");

    private final String code;

    Language(String code) {
        this.code = code;
    }

    /** The code of BCP 47, which is also the folder's name. */
    public String code() {
        return code;
    }

    /** The language that a page of this one offers as the other. */
    public Language other() {
        return this == ENGLISH ? FRENCH : ENGLISH;
    }
}
