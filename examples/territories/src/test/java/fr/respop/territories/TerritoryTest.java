package fr.respop.territories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashMap;
import org.junit.jupiter.api.Test;

class TerritoryTest {

    @Test
    void thereAreFivePioneerTerritories() {
        assertThat(Territory.all())
                .extracting(Territory::id)
                .containsExactly("aube-et-sezannais", "cornouaille", "deux-sevres", "douaisis", "haute-saone");
    }

    @Test
    void noPostalCodeIsClaimedByTwoTerritories() {
        var claims = new HashMap<String, String>();
        for (var territory : Territory.all()) {
            for (var code : territory.postalCodes()) {
                assertThat(claims.put(code, territory.id())).as(code).isNull();
            }
        }
        assertThat(claims).hasSizeGreaterThan(100);
    }

    @Test
    void postalAndCommuneCodesKeepFiveCharacters() {
        for (var territory : Territory.all()) {
            assertThat(territory.postalCodes()).allMatch(code -> code.matches("[0-9]{5}"));
            assertThat(territory.communes())
                    .extracting(Commune::code)
                    .allMatch(code -> code.matches("[0-9]{5}"))
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void aubeAndSezannaisReachesIntoTheMarne() {
        var territory = Territory.byId("aube-et-sezannais");

        assertThat(territory.communes()).extracting(Commune::name).contains("Troyes", "Sézanne", "Anglure");
        assertThat(territory.postalCodes()).contains("10000", "51120");
    }

    @Test
    void anUnknownTerritoryIsRefusedWithTheKnownOnes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Territory.byId("atlantide"))
                .withMessageContaining("atlantide")
                .withMessageContaining("haute-saone");
    }
}
