package fr.respop.server.benchmark;

import java.util.Locale;

/**
 * How fast resources were stored.
 *
 * @param nanos from the first request to the last answer
 */
record Throughput(String name, int clients, long resources, long nanos) {

    static final String HEADER = """
            | | clients | resources | resources a second |
            | --- | ---: | ---: | ---: |
            """;

    private static final double NANOS_A_SECOND = 1e9;

    String row() {
        return String.format(
                Locale.ROOT,
                "| %s | %,d | %,d | %,.0f |%n",
                name,
                clients,
                resources,
                resources / (nanos / NANOS_A_SECOND));
    }
}
