package fr.respop.territories;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The rows of one of our data files: a header, then lines of fields that hold no comma. */
final class CsvTable {

    private CsvTable() {}

    static List<Map<String, String>> rows(String resource) {
        var stream = CsvTable.class.getResourceAsStream(resource);
        if (stream == null) {
            throw new IllegalArgumentException("No such data file: " + resource);
        }
        try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            var lines = reader.lines().toList();
            var header = fields(lines.get(0));
            var rows = new ArrayList<Map<String, String>>();
            for (var line : lines.subList(1, lines.size())) {
                rows.add(row(header, fields(line)));
            }
            return List.copyOf(rows);
        } catch (IOException e) {
            throw new UncheckedIOException("Data file " + resource + " cannot be read", e);
        }
    }

    static int number(Map<String, String> row, String column) {
        return Integer.parseInt(text(row, column));
    }

    static String text(Map<String, String> row, String column) {
        var text = row.get(column);
        if (text == null) {
            throw new IllegalArgumentException("No column " + column + " in " + row.keySet());
        }
        return text;
    }

    private static Map<String, String> row(List<String> header, List<String> fields) {
        return IntStream.range(0, header.size()).boxed().collect(Collectors.toMap(header::get, fields::get));
    }

    private static List<String> fields(String line) {
        return List.of(line.split(",", -1));
    }
}
