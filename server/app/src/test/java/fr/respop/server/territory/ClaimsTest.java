package fr.respop.server.territory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ClaimsTest {

    private final Territory aube = territory("aube", "10000", "10100");
    private final Territory marne = territory("marne", "51000");
    private final Claims claims = new Claims(List.of(aube, marne));

    @Test
    void knowTheTerritoryOfACode() {
        assertThat(claims.territoryOf("10100")).contains("aube");
        assertThat(claims.territoryOf("51000")).contains("marne");
        assertThat(claims.territoryOf("75001")).isEmpty();
    }

    @Test
    void followATerritoryThatChanges() {
        var changed = claims.after(Map.of("aube", Optional.of(territory("aube", "10100", "10200"))));

        assertThat(changed.territoryOf("10000")).isEmpty();
        assertThat(changed.territoryOf("10200")).contains("aube");
        assertThat(changed.territoryOf("51000")).contains("marne");
        assertThat(claims.territoryOf("10000")).as("the claims before").contains("aube");
    }

    @Test
    void followATerritoryThatClaimsNothingAnyMore() {
        var changed = claims.after(Map.of("aube", Optional.empty()));

        assertThat(changed.territoryOf("10000")).isEmpty();
        assertThat(changed.territory("aube")).isEmpty();
    }

    @Test
    void letACodeMoveWhateverTheOrder() {
        var changes = new LinkedHashMap<String, Optional<Territory>>();
        changes.put("marne", Optional.of(territory("marne", "51000", "10100")));
        changes.put("aube", Optional.of(territory("aube", "10000")));

        var changed = claims.after(changes);

        assertThat(changed.territoryOf("10100")).contains("marne");
        assertThat(changed.conflictOf(territory("marne", "51000", "10100"))).isEmpty();
    }

    @Test
    void nameTheFirstClaimantAndItsCodes() {
        var conflict = claims.conflictOf(territory("other", "75001", "10100", "10000", "51000"));

        assertThat(conflict).contains(new Claims.Conflict("aube", List.of("10100", "10000")));
    }

    @Test
    void findNoConflictOfATerritoryWithItself() {
        assertThat(claims.conflictOf(territory("aube", "10000", "10300"))).isEmpty();
    }

    @Test
    void keepTheOrderOfTheOrganization() {
        assertThat(territory("other", "10300", "10200").postalCodes()).containsExactly("10300", "10200");
        assertThat(new Territory("none", Set.of()).postalCodes()).isEmpty();
    }

    private static Territory territory(String id, String... codes) {
        return new Territory(id, new LinkedHashSet<>(List.of(codes)));
    }
}
