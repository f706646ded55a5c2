package fr.respop.engine.report;

import org.jspecify.annotations.Nullable;

/** A measure that cannot be scored, whatever its subjects, with the reason. */
public final class InvalidMeasure extends RuntimeException {

    InvalidMeasure(String reason, @Nullable Throwable cause) {
        super(reason, cause);
    }

    public String reason() {
        return String.valueOf(getMessage());
    }
}
