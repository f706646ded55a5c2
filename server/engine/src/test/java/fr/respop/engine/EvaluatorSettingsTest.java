package fr.respop.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EvaluatorSettingsTest {

    @Test
    void useAllProcessorsUnlessToldOtherwise() {
        assertThat(EvaluatorSettings.ofThisMachine(Reports.CLOCK).threads())
                .isEqualTo(Runtime.getRuntime().availableProcessors());
    }

    @Test
    void needAThread() {
        assertThatIllegalArgumentException().isThrownBy(() -> new EvaluatorSettings(0, 250, Reports.CLOCK));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 401})
    void refuseChunksThatCannotBeScoredWell(int size) {
        assertThatIllegalArgumentException().isThrownBy(() -> new EvaluatorSettings(1, size, Reports.CLOCK));
    }

    @Test
    void leaveSubjectsSomeTime() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EvaluatorSettings(1, 250, Duration.ZERO, Reports.CLOCK));
    }
}
