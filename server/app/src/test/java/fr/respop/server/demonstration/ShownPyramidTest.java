package fr.respop.server.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import fr.respop.territories.Pyramid;
import fr.respop.territories.Territory;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ShownPyramidTest {

    @Test
    void theTableShowsWhatWasCountedBesideWhatIsPublished() {
        var published = new Pyramid(3_159, List.of(783, 34, 30, 21, 18));

        assertThat(ShownPyramid.DIABETES.table(Map.of("0", 780, "4", 18), published))
                .isEqualToNormalizingNewlines("""
                          stratum [strate]           computed  published
                          4 complex [complexe]             18         18
                          3 complicated [compliqué]         0         21
                          2 unstable [instable]             0         30
                          1 stable [stable]                 0         34
                          0 at risk [à risque]            780        783
                        """);
    }

    @ParameterizedTest
    @EnumSource
    void everyPublishedStratumHasALine(ShownPyramid pyramid) {
        var published = Territory.byId("aube-et-sezannais").publishedPyramid(pyramid.programme);

        assertThat(pyramid.table(Map.of(), published).lines())
                .hasSize(published.strata().size() + 1)
                .anyMatch(line -> line.endsWith(" " + published.count(published.highestStratum())));
    }
}
