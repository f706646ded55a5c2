package fr.respop.server.benchmark;

import java.util.List;
import java.util.Locale;

/**
 * How long calls took.
 *
 * @param residents looked at by each call
 * @param nanos of each call
 * @param statements SQL statements of all calls
 * @param heap the most bytes that a garbage collection left during the calls; 0 if that was not looked at
 */
record Timing(String name, int calls, long residents, List<Long> nanos, long statements, long heap) {

    static final String HEADER = """
            | | calls | residents a call | ms a call: median | p95 | ms a resident | SQL statements a call | peak heap MB |
            | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
            """;

    private static final double NANOS_A_MILLISECOND = 1e6;
    private static final long BYTES_A_MEGABYTE = 1 << 20;

    Timing(String name, int calls, long residents, List<Long> nanos, long statements) {
        this(name, calls, residents, nanos, statements, 0);
    }

    static long nanosOf(Runnable call) {
        var start = System.nanoTime();
        call.run();
        return System.nanoTime() - start;
    }

    String row() {
        return String.format(
                Locale.ROOT,
                "| %s | %,d | %,d | %,.1f | %,.1f | %.3f | %,.1f | %s |%n",
                name,
                calls,
                residents,
                quantile(0.5),
                quantile(0.95),
                quantile(0.5) / residents,
                (double) statements / calls,
                heap == 0 ? "" : String.format(Locale.ROOT, "%,d", heap / BYTES_A_MEGABYTE));
    }

    private double quantile(double share) {
        var sorted = nanos.stream().sorted().toList();
        return sorted.get((int) (share * (sorted.size() - 1))) / NANOS_A_MILLISECOND;
    }
}
