package fr.respop.content.cases;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The expressions that can have one end only, with the reason: the table in {@code cql/tests/one-ended.md}. */
final class OneEnded {

    private static final Path FILE = Path.of("tests/one-ended.md");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| ([A-Z]\\w*) \\| ([^|]+) \\| (\\S[^|]*) \\|$");

    private OneEnded() {}

    /** The reasons by expression, written {@code Library."Expression"}. */
    static Map<String, String> read() {
        Map<String, String> reasons = new TreeMap<>();
        try {
            ROW.matcher(Files.readString(FILE))
                    .results()
                    .forEach(row -> reasons.put(name(row.group(1), row.group(2)), row.group(3)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return reasons;
    }

    static String name(String library, String expression) {
        return library + ".\"" + expression + "\"";
    }
}
