package fr.respop.server.examples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Requests in the file format of editors' REST clients: separated by {@code ###} and a title, with comment lines that name
 * a request ({@code # @name}) or say what is expected of its answer ({@code # @expect}).
 */
record Story(List<Step> steps) {

    private static final Pattern REQUEST_LINE = Pattern.compile("(GET|POST|PUT|DELETE) (\\S.*)");

    /**
     * A request.
     *
     * @param name by which later requests speak of its answer; empty if none does
     * @param expectations what follows {@code # @expect}, one a line
     */
    record Step(
            String title,
            String name,
            List<String> expectations,
            String method,
            String url,
            Map<String, String> headers,
            String body) {}

    static Story read(Path file) throws IOException {
        var parts = Files.readString(file).split("(?m)^### ");
        return new Story(Arrays.stream(parts).skip(1).map(Story::step).toList());
    }

    private static Step step(String part) {
        var lines = new ArrayList<>(part.lines().toList());
        var title = lines.remove(0);
        var name = "";
        var expectations = new ArrayList<String>();
        while (lines.get(0).startsWith("#")) {
            var comment = lines.remove(0);
            if (comment.startsWith("# @name ")) {
                name = comment.substring("# @name ".length());
            } else if (comment.startsWith("# @expect ")) {
                expectations.add(comment.substring("# @expect ".length()));
            }
        }
        var request = REQUEST_LINE.matcher(lines.remove(0));
        if (!request.matches()) {
            throw new IllegalArgumentException("No request in: " + title);
        }
        var headers = new LinkedHashMap<String, String>();
        while (!lines.isEmpty() && !lines.get(0).isBlank()) {
            var header = lines.remove(0).split(": ", 2);
            headers.put(header[0], header[1]);
        }
        var body = String.join("\n", lines).strip();
        return new Step(title, name, expectations, request.group(1), request.group(2), headers, body);
    }
}
