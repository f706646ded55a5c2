package fr.respop.engine.content;

import org.jspecify.annotations.Nullable;

/** Content that is missing or cannot be used; no subject's data can change that. */
public abstract sealed class ContentException extends RuntimeException
        permits UnknownMeasure,
                UnknownLibrary,
                UnknownExpression,
                InvalidLibrary,
                ValueSetNotExpandable,
                RetrieveNotSupported,
                SubjectNeeded {

    ContentException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
