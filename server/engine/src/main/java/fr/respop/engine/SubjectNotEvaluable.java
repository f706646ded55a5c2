package fr.respop.engine;

/** A subject for whom CQL could not be evaluated, with the reason, which tells nothing else of the subject. */
public final class SubjectNotEvaluable extends RuntimeException {

    private final String subject;
    private final String reason;

    SubjectNotEvaluable(String subject, String reason, Throwable cause) {
        super(subject + " cannot be evaluated: " + reason, cause);
        this.subject = subject;
        this.reason = reason;
    }

    /** The reference of the subject. */
    public String subject() {
        return subject;
    }

    public String reason() {
        return reason;
    }
}
