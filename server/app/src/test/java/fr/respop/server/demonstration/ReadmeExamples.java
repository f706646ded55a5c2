package fr.respop.server.demonstration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The requests that a page shows, each with the answer printed below it. */
public final class ReadmeExamples {

    private static final Path README = Path.of("..", "..", "README.md");
    private static final Pattern EXAMPLE = Pattern.compile(
            "curl -s '(http://127\\.0\\.0\\.1:8080/fhir/)([^']+)'\\n```\\n.*?```json\\n(.*?)```", Pattern.DOTALL);

    /**
     * A request with its answer.
     *
     * @param path the request, relative to the FHIR base
     * @param answer the printed part of the answer, as JSON
     */
    public record Example(String path, String answer) {
        @Override
        public String toString() {
            return path;
        }
    }

    private ReadmeExamples() {}

    static List<Example> read() {
        return of(README);
    }

    /** The requests of one page, in its order. */
    public static List<Example> of(Path page) {
        try {
            return EXAMPLE.matcher(Files.readString(page))
                    .results()
                    .map(match -> new Example(match.group(2), match.group(3)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
