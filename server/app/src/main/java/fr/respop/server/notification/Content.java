package fr.respop.server.notification;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** How much of its event a notification holds. */
enum Content {
    /** That something happened. */
    EMPTY,

    /** What it is about, by reference. */
    ID_ONLY,

    /** The resource that it is about. */
    FULL_RESOURCE;

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Content> of(String code) {
        return Arrays.stream(values())
                .filter(content -> content.code().equals(code))
                .findFirst();
    }

    static String all() {
        return Arrays.stream(values()).map(Content::code).collect(Collectors.joining(", "));
    }
}
