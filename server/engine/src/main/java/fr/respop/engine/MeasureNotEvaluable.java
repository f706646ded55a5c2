package fr.respop.engine;

import org.jspecify.annotations.Nullable;

/** A measure that gives no counts at all, with the reason; thrown where other engines would report zeros. */
public final class MeasureNotEvaluable extends RuntimeException {

    private final String measure;
    private final String reason;

    MeasureNotEvaluable(String measure, String reason, @Nullable Throwable cause) {
        super("The measure " + measure + " cannot be evaluated: " + reason, cause);
        this.measure = measure;
        this.reason = reason;
    }

    /** The canonical of the measure. */
    public String measure() {
        return measure;
    }

    public String reason() {
        return reason;
    }
}
