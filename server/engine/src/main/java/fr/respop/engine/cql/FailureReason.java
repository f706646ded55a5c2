package fr.respop.engine.cql;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.opencds.cqf.cql.engine.exception.CqlException;

/**
 * Says why CQL failed, and where, without what could tell who the subject is: dates, which may be birth dates, and long
 * numbers, which may be identifiers, are left out of the engine's messages.
 */
public final class FailureReason {

    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}(-\\d{2}(T[0-9:.]+(Z|[+-]\\d{2}:\\d{2})?)?)?");
    private static final Pattern LONG_NUMBER = Pattern.compile("\\d{6,}[A-Z0-9]*");

    private FailureReason() {}

    public static String of(Throwable failure) {
        if (failure instanceof CqlFailure known) {
            return known.reason();
        }
        var message = withoutPersonalData(String.valueOf(root(failure).getMessage()));
        var place = place(failure);
        return place.isEmpty() ? message : message + " (" + place + ")";
    }

    public static String withoutPersonalData(String message) {
        return LONG_NUMBER.matcher(DATE.matcher(message).replaceAll("[date]")).replaceAll("[number]");
    }

    private static Throwable root(Throwable failure) {
        var root = failure;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return root;
    }

    private static String place(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CqlException cql && cql.getSourceLocator() != null) {
                return cql.getSourceLocator().toString();
            }
        }
        return "";
    }
}
