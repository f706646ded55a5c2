package fr.respop.server.territory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.Test;

class AssignmentTaskTest {

    private static final Duration SETTLE = Duration.ofSeconds(60);
    private static final Instant ASKED = Instant.parse("2025-06-15T10:00:00Z");

    private final AssignmentTask task = new AssignmentTask(AssignmentTask.ask(List.of("10000", "01000"), ASKED));

    @Test
    void keepsThePostalCodesAsTheyAre() {
        assertThat(task.postalCodes()).containsExactly("10000", "01000");
    }

    @Test
    void isDueAtOnce() {
        assertThat(task.isDue(ASKED, SETTLE)).isTrue();
    }

    @Test
    void isDueAgainWhenOtherServersHaveSettled() {
        task.visited(ASKED.plusSeconds(1), SETTLE, Assignment.CHANGED);

        assertThat(task.task().getStatus()).isEqualTo(TaskStatus.INPROGRESS);
        assertThat(task.isDue(ASKED.plusSeconds(59), SETTLE)).isFalse();
        assertThat(task.isDue(ASKED.plusSeconds(60), SETTLE)).isTrue();
    }

    @Test
    void isCompletedByAVisitThatBeganWhenAllHadSettled() {
        task.visited(ASKED.plusSeconds(60), SETTLE, new Assignment(3, 2, 1));

        assertThat(task.task().getStatus()).isEqualTo(TaskStatus.COMPLETED);
        assertThat(task.task().getOutput())
                .extracting(output -> output.getValue().primitiveValue())
                .containsExactly("3", "2", "1");
    }
}
