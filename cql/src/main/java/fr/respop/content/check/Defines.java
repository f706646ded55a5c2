package fr.respop.content.check;

import com.fasterxml.jackson.databind.JsonNode;
import fr.respop.content.cql.TranslatedLibrary;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The public defines of our libraries, by the library's canonical. */
final class Defines {

    private final Map<String, Set<String>> byCanonical = new HashMap<>();

    Defines(List<TranslatedLibrary> libraries, String canonicalBase) {
        for (TranslatedLibrary library : libraries) {
            Set<String> names = new HashSet<>();
            for (JsonNode define : library.elm().at("/statements/def")) {
                boolean isFunction = define.path("type").asText().equals("FunctionDef");
                if (!isFunction && !define.path("accessLevel").asText().equals("Private")) {
                    names.add(define.path("name").asText());
                }
            }
            byCanonical.put(canonicalBase + "/Library/" + library.name(), names);
        }
    }

    boolean hasLibrary(String canonical) {
        return byCanonical.containsKey(withoutVersion(canonical));
    }

    boolean has(String canonical, String expression) {
        return byCanonical.getOrDefault(withoutVersion(canonical), Set.of()).contains(expression);
    }

    private static String withoutVersion(String canonical) {
        return canonical.replaceFirst("\\|.*", "");
    }
}
