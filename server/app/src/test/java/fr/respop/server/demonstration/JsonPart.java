package fr.respop.server.demonstration;

import com.fasterxml.jackson.databind.JsonNode;

/** Compares a shortened JSON document with a whole one. */
public final class JsonPart {

    private JsonPart() {}

    /** Whether all that the part shows is in the whole: members by name, elements of arrays in their order. */
    public static boolean isIn(JsonNode part, JsonNode whole) {
        if (part.isObject()) {
            return whole.isObject()
                    && part.properties().stream()
                            .allMatch(member ->
                                    whole.has(member.getKey()) && isIn(member.getValue(), whole.get(member.getKey())));
        }
        if (part.isArray()) {
            return whole.isArray() && elementsAreIn(part, whole);
        }
        return part.equals(whole);
    }

    private static boolean elementsAreIn(JsonNode part, JsonNode whole) {
        var next = 0;
        for (var element : part) {
            while (next < whole.size() && !isIn(element, whole.get(next))) {
                next++;
            }
            if (next++ >= whole.size()) {
                return false;
            }
        }
        return true;
    }
}
