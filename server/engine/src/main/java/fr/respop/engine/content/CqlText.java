package fr.respop.engine.content;

/**
 * CQL that is stored nowhere: somebody wrote it to ask a question.
 *
 * @param preamble whole lines that make a library of the text, such as its includes; places are counted without them
 * @param text what was written
 */
public record CqlText(String preamble, String text) {

    /** The name under which errors speak of the library; no stored one can have it, since it is no CQL identifier. */
    public static final String NAME = "$cql";

    /** The text of a whole library. */
    public static CqlText ofLibrary(String text) {
        return new CqlText("", text);
    }

    String whole() {
        return preamble + text;
    }

    int length() {
        return preamble.length() + text.length();
    }

    int preambleLines() {
        return Math.toIntExact(preamble.lines().count());
    }
}
