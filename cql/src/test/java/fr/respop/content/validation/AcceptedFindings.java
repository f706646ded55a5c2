package fr.respop.content.validation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The findings that stay, each with its reason: the rows of a table in Markdown. */
record AcceptedFindings(List<Row> rows) {

    /** Accepts the findings of one severity whose message contains a text, in the files whose path contains another. */
    record Row(String severity, String message, String file, String reason) {

        Row {
            if (!severity.equals("error") && !severity.equals("warning")) {
                throw new IllegalArgumentException("A row accepts errors or warnings, not " + severity);
            }
            if (message.isBlank() || file.isBlank() || reason.isBlank()) {
                throw new IllegalArgumentException("A row names a message, a file and a reason: " + message);
            }
        }

        boolean accepts(Finding finding) {
            return finding.severity().equals(severity)
                    && finding.message().contains(message)
                    && (file.equals("all") || finding.file().contains(file));
        }
    }

    static AcceptedFindings read(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return parse(lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads the rows of the table; other lines, its head among them, explain it. */
    static AcceptedFindings parse(Stream<String> lines) {
        return new AcceptedFindings(lines.filter(line -> line.startsWith("| `"))
                .map(line -> Arrays.stream(line.split("\\|", -1))
                        .map(cell -> cell.strip().replace("`", ""))
                        .toList())
                .map(cells -> new Row(cells.get(1), cells.get(2), cells.get(3), cells.get(4)))
                .toList());
    }

    /** What nobody accepted. */
    List<Finding> refused(List<Finding> findings) {
        return findings.stream()
                .filter(finding -> rows.stream().noneMatch(row -> row.accepts(finding)))
                .toList();
    }

    /** Rows that accept what is no longer found, and would hide it if it came back. */
    List<Row> idle(List<Finding> findings) {
        return rows.stream()
                .filter(row -> findings.stream().noneMatch(row::accepts))
                .toList();
    }
}
