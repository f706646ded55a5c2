package fr.respop.server.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReportingPropertiesTest {

    @Test
    void refusesATimeThatNeverComes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ReportingProperties(true, "0 0 3 30 2 *", List.of()))
                .withMessageContaining("respop.reporting.cron");
    }

    @Test
    void anEmptyNameIsNoMeasure() {
        assertThat(new ReportingProperties(true, "0 30 3 1-5 * *", List.of("")).measures())
                .isEmpty();
    }

    @Test
    void refusesWhatIsNoTime() {
        assertThatIllegalArgumentException().isThrownBy(() -> new ReportingProperties(true, "each month", List.of()));
    }
}
