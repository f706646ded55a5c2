package fr.respop.guide.source;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A terminology of others whose codes value sets list.
 *
 * @param system its address
 * @param valueSets how many value sets list its codes
 * @param terms what the value sets say of its terms of use, those that list no other terminology if there are any
 */
public record Terminology(String system, int valueSets, Set<String> terms) {

    /** The terminologies of the package, by address. */
    public static List<Terminology> of(ContentPackage content) {
        Map<String, List<Artifact>> listing = new TreeMap<>();
        for (Artifact valueSet : content.ofKind(Kind.VALUE_SET)) {
            systems(valueSet, content)
                    .forEach(system -> listing.computeIfAbsent(system, key -> new ArrayList<>())
                            .add(valueSet));
        }
        return listing.entrySet().stream()
                .map(entry ->
                        new Terminology(entry.getKey(), entry.getValue().size(), terms(entry.getValue(), content)))
                .toList();
    }

    private static Set<String> terms(List<Artifact> valueSets, ContentPackage content) {
        Set<String> ofThisAlone = new TreeSet<>();
        Set<String> ofSeveral = new TreeSet<>();
        for (Artifact valueSet : valueSets) {
            String copyright = valueSet.resource().path("copyright").asText();
            if (!copyright.isEmpty()) {
                (systems(valueSet, content).size() == 1 ? ofThisAlone : ofSeveral).add(copyright);
            }
        }
        return ofThisAlone.isEmpty() ? ofSeveral : ofThisAlone;
    }

    private static Set<String> systems(Artifact valueSet, ContentPackage content) {
        Set<String> systems = new TreeSet<>();
        for (JsonNode include : valueSet.resource().at("/compose/include")) {
            String system = include.path("system").asText();
            if (!system.isEmpty() && content.find(system).isEmpty()) {
                systems.add(system);
            }
        }
        return systems;
    }
}
