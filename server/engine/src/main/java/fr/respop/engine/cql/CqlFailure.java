package fr.respop.engine.cql;

/** CQL that could not be run on one subject, with a reason that tells nothing of the subject. */
public final class CqlFailure extends RuntimeException {

    private final String reason;

    CqlFailure(String reason, Throwable cause) {
        super(reason, cause);
        this.reason = reason;
    }

    public String reason() {
        return reason;
    }
}
