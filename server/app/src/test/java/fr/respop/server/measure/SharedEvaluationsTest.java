package fr.respop.server.measure;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.hl7.fhir.r4.model.MeasureReport;
import org.junit.jupiter.api.Test;

class SharedEvaluationsTest {

    private final SharedEvaluations<String> shared = new SharedEvaluations<>();
    private final AtomicInteger evaluations = new AtomicInteger();
    private final CountDownLatch isRunning = new CountDownLatch(1);
    private final CountDownLatch mayEnd = new CountDownLatch(1);

    @Test
    void equalRequestsAtTheSameTimeShareOneEvaluation() throws Exception {
        var first = CompletableFuture.supplyAsync(() -> shared.evaluate("a", this::held));
        assertThat(isRunning.await(10, SECONDS)).isTrue();
        var second = CompletableFuture.supplyAsync(() -> shared.evaluate("a", this::counted));
        assertThatThrownBy(() -> second.get(1, SECONDS)).isInstanceOf(TimeoutException.class);

        mayEnd.countDown();

        assertThat(second.get(10, SECONDS).get(0).getImprovementNotation().getText())
                .isEqualTo(
                        first.get(10, SECONDS).get(0).getImprovementNotation().getText())
                .isEqualTo("evaluation 1");
        assertThat(second.get().get(0)).isNotSameAs(first.get().get(0));
    }

    @Test
    void otherRequestsDoNotWait() throws Exception {
        var first = CompletableFuture.supplyAsync(() -> shared.evaluate("a", this::held));
        assertThat(isRunning.await(10, SECONDS)).isTrue();

        shared.evaluate("b", this::counted);

        assertThat(first).isNotDone();
        mayEnd.countDown();
        first.get(10, SECONDS);
    }

    @Test
    void aResultIsNotKept() {
        shared.evaluate("a", this::counted);
        shared.evaluate("a", this::counted);

        assertThat(evaluations).hasValue(2);
    }

    @Test
    void aFailureIsSharedAndNotKept() throws Exception {
        Supplier<List<MeasureReport>> failing = () -> {
            held();
            throw new IllegalStateException("no");
        };
        var first = CompletableFuture.supplyAsync(() -> shared.evaluate("a", failing));
        assertThat(isRunning.await(10, SECONDS)).isTrue();
        var second = CompletableFuture.supplyAsync(() -> shared.evaluate("a", this::counted));
        assertThatThrownBy(() -> second.get(1, SECONDS)).isInstanceOf(TimeoutException.class);
        mayEnd.countDown();

        assertThatThrownBy(() -> first.get(10, SECONDS)).hasRootCauseMessage("no");
        assertThatThrownBy(() -> second.get(10, SECONDS)).hasRootCauseMessage("no");
        assertThat(shared.evaluate("a", this::counted)).hasSize(1);
    }

    private List<MeasureReport> held() {
        isRunning.countDown();
        try {
            assertThat(mayEnd.await(10, SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return counted();
    }

    private List<MeasureReport> counted() {
        var report = new MeasureReport();
        report.getImprovementNotation().setText("evaluation " + evaluations.incrementAndGet());
        return List.of(report);
    }
}
