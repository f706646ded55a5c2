package fr.respop.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChunksAndThreadsTest {

    private static final int RESIDENTS = 300;

    @ParameterizedTest
    @CsvSource({"1, 1", "1, 7", "1, 250", "2, 1", "2, 7", "2, 250", "8, 1", "8, 7", "8, 250"})
    void neverChangeAReport(int threads, int chunkSize) {
        var settings = new EvaluatorSettings(threads, chunkSize, Reports.CLOCK);
        var reference = new EvaluatorSettings(1, 400, Reports.CLOCK);
        var shuffled = new ArrayList<>(residents());
        Collections.shuffle(shuffled, new Random(42));

        for (var measure : List.of(measure(), observations())) {
            for (var type : List.of(ReportType.POPULATION, ReportType.SUBJECT_LIST)) {
                var request = Reports.request(measure, type);
                var expected = Reports.json(Reports.evaluate(request, reference, residents()));
                assertThat(Reports.json(Reports.evaluate(request, settings, residents())))
                        .isEqualTo(expected);
                assertThat(Reports.json(Reports.evaluate(request, settings, shuffled)))
                        .isEqualTo(expected);
            }
        }
    }

    @Test
    void areBothUsed() {
        var source = new CountingSource(50);

        new PopulationEvaluator(CheckContent.CONTENT, new EvaluatorSettings(2, 2, Reports.CLOCK))
                .evaluate(Reports.request(TestMeasure.cohort(), ReportType.POPULATION), source);

        assertThat(source.largestChunk).isEqualTo(2);
        assertThat(source.threads).hasSize(2);
    }

    @Test
    void endTogetherWhenTheSourceFails() {
        var source = new CountingSource(10) {
            @Override
            public synchronized SubjectChunk next(int atMost) {
                if (given == 6) {
                    throw new IllegalStateException("The database is gone");
                }
                return super.next(atMost);
            }
        };

        assertThatThrownBy(
                        () -> new PopulationEvaluator(CheckContent.CONTENT, new EvaluatorSettings(2, 2, Reports.CLOCK))
                                .evaluate(Reports.request(TestMeasure.cohort(), ReportType.POPULATION), source))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("The database is gone");
        assertThat(source.given).isEqualTo(6);
    }

    @ParameterizedTest
    @CsvSource({"1", "2"})
    void stopWhenTheCallerIsInterrupted(int threads) {
        var source = new CountingSource(1_000);
        var caller = Thread.currentThread();
        var request =
                Reports.request(TestMeasure.cohort(), ReportType.POPULATION).withProgress(done -> caller.interrupt());

        assertThatThrownBy(() -> new PopulationEvaluator(
                                CheckContent.CONTENT, new EvaluatorSettings(threads, 2, Reports.CLOCK))
                        .evaluate(request, source))
                .isInstanceOf(EvaluationCancelled.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(source.given).isLessThan(1_000);
    }

    private static TestMeasure measure() {
        return TestMeasure.proportion()
                .stratifier("results", "Result Count")
                .stratifier("troyes", "Lives in Troyes")
                .criteriaStratifier("Is Woman")
                .supplementalData("gender", "Gender");
    }

    private static TestMeasure observations() {
        return TestMeasure.of(CheckContent.STAYS, "continuous-variable")
                .basis("Encounter")
                .population("initial-population", "Stays")
                .population("measure-population", "Stays")
                .observation("measure-population", "Length", "median")
                .stratifier("kind", "Kind")
                .stratifier("gender", "Gender");
    }

    private static List<Subject> residents() {
        return IntStream.range(0, RESIDENTS)
                .mapToObj(ChunksAndThreadsTest::resident)
                .toList();
    }

    private static Subject resident(int i) {
        var resident = i % 2 == 0 ? Resident.woman("r" + i) : Resident.man("r" + i);
        if (i % 3 != 0) {
            resident.withDiabetes();
        }
        if (i % 11 == 0) {
            resident.withRefusal();
        }
        if (i % 29 == 0) {
            resident.withSecondAddress();
        }
        for (int j = 0; j < i % 5; j++) {
            resident.withHbA1c("2025-0" + (j + 1) + "-01T10:00:00+02:00");
        }
        if (i % 4 == 0) {
            resident.withStay(
                    i % 8 == 0 ? "IMP" : "AMB",
                    "2025-03-01T10:00:00+01:00",
                    "2025-03-0" + (2 + i % 7) + "T11:00:00+01:00");
        }
        return resident.subject();
    }

    /** Notes who draws from it, and how much. */
    private static class CountingSource implements SubjectSource {

        final ConcurrentHashMap<Thread, Boolean> threads = new ConcurrentHashMap<>();
        private final int total;
        int given;
        int largestChunk;

        CountingSource(int total) {
            this.total = total;
        }

        @Override
        public OptionalLong total() {
            return OptionalLong.empty();
        }

        @Override
        public SubjectChunk next(int atMost) {
            threads.put(Thread.currentThread(), true);
            var chunk = IntStream.range(given, Math.min(total, given + atMost))
                    .<SubjectRecord>mapToObj(ChunksAndThreadsTest::resident)
                    .toList();
            given += chunk.size();
            largestChunk = Math.max(largestChunk, chunk.size());
            return SubjectChunk.of(chunk);
        }

        @Override
        public void close() {}
    }
}
