package fr.respop.server.territory;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Patient;
import org.jspecify.annotations.Nullable;

/**
 * The territories and residents that one database transaction has written so far.
 *
 * <p>Kept so that the order of the writes does not matter: a resident stored before its territory is looked at again.
 */
final class TerritoryTransaction {

    private final Map<String, Optional<Territory>> before = new LinkedHashMap<>();
    private final Map<String, Optional<Territory>> after = new LinkedHashMap<>();
    private final List<WrittenResident> residents = new ArrayList<>();
    private @Nullable Claims claims;

    void territoryWritten(String id, Optional<Territory> old, Optional<Territory> now) {
        before.putIfAbsent(id, old);
        after.put(id, now);
        claims = null;
    }

    void residentWritten(Patient resident, Optional<String> territory) {
        residents.add(new WrittenResident(resident, territory));
    }

    boolean changesTerritories() {
        return !after.isEmpty();
    }

    /** Claims as this transaction sees them: those committed, and its own on top. */
    Claims claims(CommittedClaims committed) {
        if (!changesTerritories()) {
            return committed.get();
        }
        if (claims == null) {
            claims = committed.get().after(after);
        }
        return claims;
    }

    /** From here on the claims are known for sure. */
    void settledAs(Claims settled) {
        claims = settled;
    }

    /** By territory id, in the order of the first write; empty for one that claims nothing any more. */
    Map<String, Optional<Territory>> territories() {
        return Collections.unmodifiableMap(after);
    }

    List<WrittenResident> residents() {
        return List.copyOf(residents);
    }

    /** The postal codes that a territory lost or gained. */
    Set<String> changedPostalCodes() {
        var changed = new LinkedHashSet<String>();
        after.forEach((id, now) -> {
            var newCodes = codes(now);
            var oldCodes = codes(before.getOrDefault(id, Optional.empty()));
            newCodes.stream().filter(code -> !oldCodes.contains(code)).forEach(changed::add);
            oldCodes.stream().filter(code -> !newCodes.contains(code)).forEach(changed::add);
        });
        return changed;
    }

    private static Set<String> codes(Optional<Territory> territory) {
        return territory.map(Territory::postalCodes).orElse(Set.of());
    }

    /**
     * A resident as a storage hook left it.
     *
     * @param territory the logical id of the territory noted then
     */
    record WrittenResident(Patient resident, Optional<String> territory) {}
}
