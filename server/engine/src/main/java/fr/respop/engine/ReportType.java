package fr.respop.engine;

/** What a measure report tells of its subjects. */
public enum ReportType {
    /** One subject: its populations and the resources that decided them. */
    SUBJECT("subject"),
    /** Counts, and for each count the list of its subjects. */
    SUBJECT_LIST("subject-list"),
    /** Counts only. */
    POPULATION("population");

    private final String code;

    ReportType(String code) {
        this.code = code;
    }

    /** The code of the {@code reportType} parameter of {@code $evaluate-measure}. */
    public String code() {
        return code;
    }
}
