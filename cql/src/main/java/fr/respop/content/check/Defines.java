package fr.respop.content.check;

import com.fasterxml.jackson.databind.JsonNode;
import fr.respop.content.cql.TranslatedLibrary;
import fr.respop.content.source.Content;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The public defines of libraries, in the package and beside it, by the library's canonical. */
final class Defines {

    private final Map<String, Set<String>> byCanonical = new HashMap<>();
    private final Content content;

    Defines(Content content) {
        this.content = content;
        for (TranslatedLibrary library : content.libraries()) {
            Set<String> names = new HashSet<>();
            for (JsonNode define : library.elm().at("/statements/def")) {
                boolean isFunction = define.path("type").asText().equals("FunctionDef");
                if (!isFunction && !define.path("accessLevel").asText().equals("Private")) {
                    names.add(define.path("name").asText());
                }
            }
            byCanonical.put(library.resource().getUrl(), names);
        }
    }

    /** The names of a library's public defines, if there is such a library. */
    Optional<Set<String>> of(String canonical) {
        return Optional.ofNullable(byCanonical.get(canonical.replaceFirst("\\|.*", "")))
                .or(() -> content.surroundings().expressions(canonical));
    }
}
