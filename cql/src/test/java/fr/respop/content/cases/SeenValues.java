package fr.respop.content.cases;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.TreeSet;

/** The values that one expression had, and which end of its possible values none of them is. */
final class SeenValues {

    private final TreeSet<String> values = new TreeSet<>();
    private boolean isBoolean;
    private boolean isList;

    void see(JsonNode value) {
        isBoolean |= value.isBoolean();
        isList |= value.isArray();
        values.add(value.isArray() && !value.isEmpty() ? "not empty" : value.toString());
    }

    /** The end that no value was; empty when both were seen. */
    Optional<String> missingEnd() {
        if (isBoolean) {
            return missing("true", "false");
        }
        if (isList) {
            return missing("not empty", "[]").map(end -> end.equals("[]") ? "empty" : end);
        }
        if (values.size() > 1) {
            return Optional.empty();
        }
        return Optional.of(values.contains("null") ? "not null" : "null, or another value than " + values.first());
    }

    private Optional<String> missing(String one, String other) {
        if (!values.contains(one)) {
            return Optional.of(one);
        }
        return values.contains(other) ? Optional.empty() : Optional.of(other);
    }
}
