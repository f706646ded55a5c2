package fr.respop.server.territory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Which territory each postal code belongs to, at one moment. */
final class Claims {

    static final Claims NONE = new Claims(List.of());

    private final Map<String, Territory> territories = new LinkedHashMap<>();
    private final Map<String, String> territoryOfCode = new HashMap<>();

    /** Of two that claim one code, the earlier in the collection has it. */
    Claims(Collection<Territory> territories) {
        for (var territory : territories) {
            this.territories.put(territory.id(), territory);
            territory.postalCodes().forEach(code -> territoryOfCode.putIfAbsent(code, territory.id()));
        }
    }

    /** The logical id of the territory that claims a postal code. */
    Optional<String> territoryOf(String postalCode) {
        return Optional.ofNullable(territoryOfCode.get(postalCode));
    }

    Optional<Territory> territory(String id) {
        return Optional.ofNullable(territories.get(id));
    }

    /**
     * These claims after some territories changed.
     *
     * @param changes by territory id, in the order in which they were made; empty for one that claims nothing any more
     */
    Claims after(Map<String, Optional<Territory>> changes) {
        var result = new LinkedHashMap<>(territories);
        result.keySet().removeAll(changes.keySet());
        changes.forEach((id, change) -> change.ifPresent(territory -> result.put(id, territory)));
        return new Claims(result.values());
    }

    /** The codes of a territory that others claimed before it; empty if there are none. */
    Optional<Conflict> conflictOf(Territory territory) {
        var codes = new ArrayList<String>();
        var claimant = "";
        for (var code : territory.postalCodes()) {
            var owner = Objects.requireNonNullElse(territoryOfCode.get(code), territory.id());
            if (!owner.equals(territory.id()) && (claimant.isEmpty() || claimant.equals(owner))) {
                claimant = owner;
                codes.add(code);
            }
        }
        return codes.isEmpty() ? Optional.empty() : Optional.of(new Conflict(claimant, codes));
    }

    /**
     * A second claim.
     *
     * @param claimant the logical id of the territory that was first
     * @param codes what both claim
     */
    record Conflict(String claimant, List<String> codes) {}
}
