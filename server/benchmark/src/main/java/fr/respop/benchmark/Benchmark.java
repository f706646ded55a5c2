package fr.respop.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Compares what evaluations cost, in one process, and prints a table for each size of population. */
public final class Benchmark {

    private static final int FEW = 200;

    private Benchmark() {}

    /**
     * Arguments: the N of the scales 1:N, with commas between them; seconds of warm-up for each contender; repetitions; the
     * folder for data and for {@code benchmark.md}, the results; the scripts of cql-execution and of fqm-execution.
     */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 6) {
            throw new IllegalArgumentException(
                    "Expected six arguments: scales, warm-up, repetitions, folder, two scripts");
        }
        var folder = Path.of(arguments[3]).toAbsolutePath();
        var warmUp = Duration.ofSeconds(Integer.parseInt(arguments[1]));
        var repetitions = Integer.parseInt(arguments[2]);
        var cqlExecution = script(arguments[4]);
        var fqmExecution = script(arguments[5]);
        var content = BenchmarkContent.read();
        var meter = new Meter();
        var tables = new ArrayList<String>();
        for (var scale : arguments[0].split(",", -1)) {
            var files = TerritoryFiles.write(Integer.parseInt(scale), folder.resolve("data"));
            var comparison = new Comparison(files, content, FEW, cqlExecution, fqmExecution, folder);
            tables.add(table(comparison.run(meter, warmUp, repetitions)));
            // The tables are the answer of this command.
            System.out.println(tables.get(tables.size() - 1));
        }
        Files.writeString(folder.resolve("benchmark.md"), machine() + String.join("\n", tables));
    }

    private static NodeScript script(String path) {
        return new NodeScript(Path.of(path).toAbsolutePath().normalize());
    }

    /** The first line is what ratios are to. */
    static String table(List<Measured> measured) {
        return Stream.concat(Stream.of(Measured.HEADER), measured.stream().map(one -> one.row(measured.get(0))))
                .collect(Collectors.joining());
    }

    private static String machine() {
        var runtime = Runtime.getRuntime();
        return "Java " + Runtime.version() + ", " + runtime.availableProcessors() + " processors, heap of at most "
                + runtime.maxMemory() / (1 << 20) + " MB.\n\n";
    }
}
