package fr.respop.benchmark;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** The runs of one contender, warm. */
record Measured(String name, long residents, List<Sample> samples) {

    private static final double NANOS_A_MILLISECOND = 1e6;
    private static final long BYTES_A_MEGABYTE = 1 << 20;

    static final String HEADER = """
            | | residents | CPU ms a resident: median (least–most) | ratio | wall ms | peak heap MB |
            | --- | ---: | ---: | ---: | ---: | ---: |
            """;

    /** @param base what the ratio is to */
    String row(Measured base) {
        return String.format(
                Locale.ROOT,
                "| %s | %,d | %.3f (%.3f–%.3f) | %.2f | %.3f | %s |%n",
                name,
                residents,
                cpu(),
                all(Sample::cpu).get(0),
                all(Sample::cpu).get(samples.size() - 1),
                cpu() / base.cpu(),
                median(Sample::wall),
                heap() == 0 ? "" : String.format(Locale.ROOT, "%.0f", heap()));
    }

    /** Milliseconds of all threads a resident, the median of the runs. */
    private double cpu() {
        return median(Sample::cpu);
    }

    private double median(Function<Sample, Duration> figure) {
        return all(figure).get(samples.size() / 2);
    }

    /** Milliseconds a resident, in rising order. */
    private List<Double> all(Function<Sample, Duration> figure) {
        return samples.stream()
                .map(sample -> figure.apply(sample).toNanos() / NANOS_A_MILLISECOND / residents)
                .sorted()
                .toList();
    }

    private double heap() {
        return samples.stream().mapToLong(Sample::heap).max().orElse(0) / (double) BYTES_A_MEGABYTE;
    }
}
