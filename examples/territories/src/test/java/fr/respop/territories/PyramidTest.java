package fr.respop.territories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class PyramidTest {

    @Test
    void scalesThePublishedPyramidOfAubeAndSezannaisByRounding() {
        var published = Territory.byId("aube-et-sezannais").publishedPyramid();

        assertThat(published).isEqualTo(new Pyramid(315_903, List.of(78_279, 3_392, 2_995, 2_094, 1_760)));
        assertThat(published.scaled(100)).isEqualTo(new Pyramid(3_159, List.of(783, 34, 30, 21, 18)));
        assertThat(published.scaled(1)).isEqualTo(published);
    }

    @Test
    void splitsTheOtherTerritoriesDiabeticsWithoutLosingOne() {
        var published = Territory.byId("deux-sevres").publishedPyramid();

        assertThat(published.residents()).isEqualTo(363_167);
        assertThat(published.count(0)).isEqualTo(102_011);
        assertThat(published.strata().subList(1, 5)).containsExactly(3_937, 3_477, 2_431, 2_043);
        assertThat(published.known()).isEqualTo(11_888);
    }

    @Test
    void splitsHeartFailureByTheSharesOfFrance() {
        var published = Territory.byId("aube-et-sezannais").publishedPyramid(Programme.HEART_FAILURE);

        assertThat(published).isEqualTo(new Pyramid(315_903, List.of(45_968, 2_558, 1_238, 622, 156, 234)));
        assertThat(published.known()).isEqualTo(4_808);
        assertThat(published.scaled(100)).isEqualTo(new Pyramid(3_159, List.of(460, 26, 12, 6, 2, 2)));
    }

    @Test
    void theMostSevereStratumOfHeartFailureIsLargerThanTheOneBelow() {
        for (var territory : Territory.all()) {
            var published = territory.publishedPyramid(Programme.HEART_FAILURE);
            assertThat(published.highestStratum()).isEqualTo(5);
            assertThat(published.count(5)).as(territory.id()).isGreaterThan(published.count(4));
        }
    }

    @Test
    void refusesCountsThatAreNoPyramid() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Pyramid(10, List.of(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Pyramid(10, List.of(5, 5, 5, 0, 0)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Pyramid(10, List.of(5, -1, 0, 0, 0)));
    }

    @Test
    void refusesAScaleBelowOne() {
        var published = Territory.byId("douaisis").publishedPyramid();

        assertThatIllegalArgumentException().isThrownBy(() -> published.scaled(0));
    }
}
