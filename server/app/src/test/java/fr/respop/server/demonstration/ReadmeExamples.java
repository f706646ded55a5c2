package fr.respop.server.demonstration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The requests that the README shows, each with the answer printed below it. */
final class ReadmeExamples {

    private static final Path README = Path.of("..", "..", "README.md");
    private static final Pattern EXAMPLE = Pattern.compile(
            "curl -s '(http://127\\.0\\.0\\.1:8080/fhir/)([^']+)'\\n```\\n.*?```json\\n(.*?)```", Pattern.DOTALL);

    /**
     * @param path the request, relative to the FHIR base
     * @param answer the printed part of the answer, as JSON
     */
    record Example(String path, String answer) {
        @Override
        public String toString() {
            return path;
        }
    }

    private ReadmeExamples() {}

    static List<Example> read() {
        try {
            return EXAMPLE.matcher(Files.readString(README))
                    .results()
                    .map(match -> new Example(match.group(2), match.group(3)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
