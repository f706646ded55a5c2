package fr.respop.server.fhir.background;

/**
 * How far some work has come.
 *
 * @param done residents or lines looked at so far
 * @param total residents or lines to look at in all
 * @param counted which of the two
 */
public record Progress(long done, long total, Counted counted) {

    /** Of work that has not looked at anybody yet, nor counted them. */
    static final Progress NONE = new Progress(0, 0);

    private static final int WHOLE = 100;

    Progress(long residentsDone, long residentsInAll) {
        this(residentsDone, residentsInAll, Counted.RESIDENTS);
    }

    /** What work goes through one by one. */
    public enum Counted {
        RESIDENTS("residents", "residents-visited", "residents-in-all"),
        LINES("lines", "lines-read", "lines-in-all");

        private final String text;
        private final String doneCode;
        private final String totalCode;

        Counted(String text, String doneCode, String totalCode) {
            this.text = text;
            this.doneCode = doneCode;
            this.totalCode = totalCode;
        }

        /** The code of a Task's output that says how many are done. */
        String doneCode() {
            return doneCode;
        }

        /** The code of a Task's output that says how many there are. */
        String totalCode() {
            return totalCode;
        }
    }

    /** Such as {@code 45 % (40500 of 90000 residents)}. */
    @Override
    public String toString() {
        var percent = total == 0 ? 0 : Math.min(WHOLE, WHOLE * done / total);
        return percent + " % (" + done + " of " + total + " " + counted.text + ")";
    }
}
