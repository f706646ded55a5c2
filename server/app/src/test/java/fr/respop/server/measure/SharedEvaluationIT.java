package fr.respop.server.measure;

import static fr.respop.server.measure.BackgroundEvaluations.PYRAMID;
import static fr.respop.server.measure.BackgroundEvaluations.SLOW;
import static fr.respop.server.measure.BackgroundEvaluations.YEAR;
import static org.assertj.core.api.Assertions.assertThat;

import fr.respop.server.BackgroundRequests;
import fr.respop.server.DemonstrationTest;
import fr.respop.server.FhirHttp;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.MeasureReport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Requests that ask the same at one time. */
@DemonstrationTest
class SharedEvaluationIT {

    private final FhirHttp fhir;
    private final BackgroundRequests evaluations;

    @Autowired
    SharedEvaluationIT(FhirHttp fhir) {
        this.fhir = fhir;
        this.evaluations = new BackgroundRequests(fhir);
    }

    @BeforeEach
    void storeASlowMeasure() {
        BackgroundEvaluations.storeSlowMeasure(fhir);
    }

    /** One evaluation at a time is carried out: the next test does not wait for those of this one. */
    @AfterEach
    void cancelWhatIsOpen() {
        evaluations.cancelOpen();
    }

    @Test
    void equalRequestsShareAnOpenEvaluationAndOthersWait() {
        var first = evaluations.accept(SLOW);
        evaluations.awaitProgress(first);

        assertThat(evaluations.accept(
                        "Measure/$evaluate-measure?measure=https://example.org/Measure/Slow&reportType=subject-list&"
                                + YEAR))
                .isEqualTo(first);
        var waiting = evaluations.accept(PYRAMID);
        assertThat(waiting).isNotEqualTo(first);
        assertThat(fhir.get(waiting).hasStatus(202).header("X-Progress").orElseThrow())
                .startsWith("waiting");
        assertThat(evaluations.accept(PYRAMID)).isEqualTo(waiting);

        evaluations.result(first);
        evaluations.result(waiting);
        assertThat(evaluations.accept(PYRAMID)).isNotEqualTo(waiting);
    }

    @Test
    void anEvaluationBegunWithOtherContentIsNotShared() {
        var first = evaluations.accept(SLOW);
        evaluations.awaitProgress(first);
        CohortMeasure.store(fhir, "Other", "define \"Everybody\": true");

        assertThat(evaluations.accept(SLOW)).isNotEqualTo(first);
    }

    @Test
    void equalSynchronousRequestsAtOneTimeShareOneEvaluation() {
        var threads = Executors.newFixedThreadPool(4);
        var replies = Stream.generate(() -> CompletableFuture.supplyAsync(() -> fhir.get(SLOW), threads))
                .limit(4)
                .toList();

        var reports = replies.stream()
                .map(CompletableFuture::join)
                .map(reply -> reply.hasStatus(200).as(MeasureReport.class))
                .toList();
        threads.shutdown();

        assertThat(reports)
                .extracting(report -> report.getDateElement().getValueAsString())
                .containsOnly(reports.get(0).getDateElement().getValueAsString());
        assertThat(reports).extracting(BackgroundEvaluations::count).containsOnly(3159);
    }
}
