package fr.respop.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever the benchmark measures counts the same residents; it refuses to print a table otherwise. */
class ComparisonTest {

    /** Fewer residents than this would not reproduce the published counts. */
    private static final int SMALLEST_SCALE = 1_800;

    @TempDir
    private Path folder;

    @Test
    void allContendersCountTheSame() throws IOException {
        var files = TerritoryFiles.write(SMALLEST_SCALE, folder);
        var absent = new NodeScript(folder.resolve("absent/script.js"));
        var comparison = new Comparison(files, BenchmarkContent.read(), 5, absent, absent, folder);

        var measured = comparison.run(new Meter(), Duration.ZERO, 1);

        assertThat(Benchmark.table(measured).lines())
                .hasSize(2 + measured.size())
                .allMatch(line -> line.startsWith("|") && line.endsWith("|"))
                .anyMatch(line -> line.contains("clinical-reasoning"));
    }
}
