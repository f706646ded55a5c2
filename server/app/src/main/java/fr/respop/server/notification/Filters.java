package fr.respop.server.notification;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Which events of a topic a subscriber asked for: those that match every filter, each by any of its values. */
record Filters(List<Filter> filters) {

    /** What can be filtered by. */
    enum Name {
        PATIENT("patient"),
        GENERAL_PRACTITIONER("general-practitioner"),
        PROGRAMME("programme"),
        TERRITORY("territory");

        private final String code;

        Name(String code) {
            this.code = code;
        }

        String code() {
            return code;
        }

        static String all() {
            return Arrays.stream(values()).map(Name::code).collect(Collectors.joining(", "));
        }
    }

    /**
     * One of them.
     *
     * @param values references such as {@code Patient/1}, or codes of programmes; neither has a comma or an ampersand
     */
    record Filter(Name name, List<String> values) {}

    /** Reads what {@link #text} wrote. */
    static Filters parse(String text) {
        return new Filters(Arrays.stream(text.split("&"))
                .filter(part -> !part.isEmpty())
                .map(part -> part.split("=", 2))
                .map(part -> new Filter(Name.valueOf(part[0]), List.of(part[1].split(","))))
                .toList());
    }

    String text() {
        return filters.stream()
                .map(filter -> filter.name().name() + "=" + String.join(",", filter.values()))
                .collect(Collectors.joining("&"));
    }
}
