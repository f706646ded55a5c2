package fr.respop.server.fhir.background;

import static org.assertj.core.api.Assertions.assertThat;

import fr.respop.server.fhir.background.Progress.Counted;
import org.junit.jupiter.api.Test;

class ProgressTest {

    @Test
    void saysTheWholePercentAndTheResidents() {
        assertThat(new Progress(40_500, 90_000)).hasToString("45 % (40500 of 90000 residents)");
        assertThat(new Progress(89_999, 90_000)).hasToString("99 % (89999 of 90000 residents)");
    }

    @Test
    void saysTheLinesOfAFile() {
        assertThat(new Progress(250, 1000, Counted.LINES)).hasToString("25 % (250 of 1000 lines)");
    }

    @Test
    void neverSaysMoreThanAll() {
        assertThat(new Progress(11, 10)).hasToString("100 % (11 of 10 residents)");
        assertThat(Progress.NONE).hasToString("0 % (0 of 0 residents)");
    }
}
