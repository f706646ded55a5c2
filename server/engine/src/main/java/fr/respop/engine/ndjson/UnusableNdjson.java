package fr.respop.engine.ndjson;

import org.jspecify.annotations.Nullable;

/** A folder or a line of a file that cannot be used; the message says which and what to do, and quotes no content. */
public final class UnusableNdjson extends RuntimeException {

    UnusableNdjson(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
