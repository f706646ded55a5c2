package fr.respop.server.fhir.background;

/**
 * How far some work has come.
 *
 * @param done residents looked at so far
 * @param total residents to look at in all
 */
public record Progress(long done, long total) {

    /** Of work that has not looked at anybody yet, nor counted them. */
    static final Progress NONE = new Progress(0, 0);

    private static final int WHOLE = 100;

    /** Such as {@code 45 % (40500 of 90000 residents)}. */
    @Override
    public String toString() {
        var percent = total == 0 ? 0 : Math.min(WHOLE, WHOLE * done / total);
        return percent + " % (" + done + " of " + total + " residents)";
    }
}
