package fr.respop.engine;

/** A measurement period that cannot be used, with the parameter at fault: {@code periodStart} or {@code periodEnd}. */
public final class InvalidPeriod extends RuntimeException {

    private final String parameter;
    private final String reason;

    InvalidPeriod(String parameter, String reason) {
        super(parameter + " " + reason);
        this.parameter = parameter;
        this.reason = reason;
    }

    public String parameter() {
        return parameter;
    }

    /** What is wrong with the parameter, as the rest of a sentence that starts with its name. */
    public String reason() {
        return reason;
    }
}
