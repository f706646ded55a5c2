package fr.respop.guide.source;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * What the package holds for one programme, found by the names that every programme's content bears.
 *
 * @param concept the programme in the code system of programmes
 * @param criteria the code system of its criteria, if it has one
 * @param stratification the library that computes its strata, if it has one
 * @param strata its strata that have a strategy, from the lowest
 * @param items what its strategies plan, in the order in which they name it
 */
public record Programme(
        JsonNode concept,
        Optional<Artifact> criteria,
        Optional<Artifact> stratification,
        List<Stratum> strata,
        List<Item> items) {

    private static final String PROGRAMMES = "CodeSystem/respop-programme";
    private static final String STRATA = "CodeSystem/respop-stratum";
    /** A stratum's code is its programme's, and its number. */
    private static final Pattern NUMBERED = Pattern.compile("(.+)-(\\d+)");

    private static final String PLANNED = " Planned";

    /** A stratum: its concept, and the strategy that is its logigramme. */
    public record Stratum(JsonNode concept, Artifact strategy) {}

    /**
     * An item of follow-up.
     *
     * @param name its name in CQL: {@code HbA1c} of {@code HbA1c Planned}
     * @param library the canonical of the library with its definitions
     * @param actions what each strategy says of it, by the strategy's reference
     */
    public record Item(String name, String library, Map<String, JsonNode> actions) {

        /** What one strategy says of it, if the strategy plans it. */
        public @Nullable JsonNode in(Artifact strategy) {
            return actions.get(strategy.reference());
        }

        /** What the first strategy that plans it says of it. */
        public JsonNode first() {
            return actions.values().iterator().next();
        }
    }

    /** The programmes of the package, in the order of their code system. */
    public static List<Programme> of(ContentPackage content) {
        return concepts(content, PROGRAMMES).stream()
                .map(concept -> of(concept, content))
                .toList();
    }

    private static Programme of(JsonNode concept, ContentPackage content) {
        String code = concept.path("code").asText();
        String name = Arrays.stream(code.split("-"))
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining());
        List<Stratum> strata = new ArrayList<>();
        for (JsonNode stratum : concepts(content, STRATA)) {
            Matcher numbered = NUMBERED.matcher(stratum.path("code").asText());
            if (numbered.matches() && numbered.group(1).equals(code)) {
                content.find("PlanDefinition/" + name + "StrategyStratum" + numbered.group(2))
                        .ifPresent(strategy -> strata.add(new Stratum(stratum, strategy)));
            }
        }
        return new Programme(
                concept,
                content.find("CodeSystem/respop-" + code + "-criterion"),
                content.find("Library/" + name + "Strata"),
                strata,
                items(strata));
    }

    private static List<Item> items(List<Stratum> strata) {
        Map<String, Item> items = new LinkedHashMap<>();
        for (Stratum stratum : strata) {
            JsonNode strategy = stratum.strategy().resource();
            for (JsonNode action : strategy.path("action")) {
                String planned = action.at("/condition/0/expression/expression").asText();
                if (planned.endsWith(PLANNED)) {
                    String name = planned.substring(0, planned.length() - PLANNED.length());
                    items.computeIfAbsent(
                                    name,
                                    key -> new Item(
                                            key, strategy.at("/library/0").asText(), new LinkedHashMap<>()))
                            .actions()
                            .put(stratum.strategy().reference(), action);
                }
            }
        }
        return List.copyOf(items.values());
    }

    private static List<JsonNode> concepts(ContentPackage content, String codeSystem) {
        return content.find(codeSystem).stream()
                .flatMap(found ->
                        StreamSupport.stream(found.resource().path("concept").spliterator(), false))
                .toList();
    }
}
