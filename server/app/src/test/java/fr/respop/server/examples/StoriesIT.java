package fr.respop.server.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import com.jayway.jsonpath.PathNotFoundException;
import fr.respop.server.FhirHttp;
import fr.respop.server.FhirReply;
import fr.respop.server.ServerTest;
import fr.respop.server.examples.Story.Step;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The stories of examples/stories, as their README tells. */
@ServerTest
class StoriesIT {

    private static final Path STORIES = Path.of("../../examples/stories");
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final FhirHttp fhir;
    private final StoryValues values;

    @Autowired
    StoriesIT(FhirHttp fhir) {
        this.fhir = fhir;
        this.values = new StoryValues(fhir.base().toString().replaceAll("/$", ""));
    }

    static List<Path> stories() throws IOException {
        try (var files = Files.list(STORIES)) {
            return files.filter(file -> file.toString().endsWith(".http"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("stories")
    void theServerAnswersAsTheStorySays(Path file) throws IOException {
        var steps = Story.read(file).steps();

        assertThat(steps).isNotEmpty();
        steps.forEach(this::tell);
    }

    private void tell(Step step) {
        assertThat(step.expectations()).as(step.title()).isNotEmpty();
        if (step.method().equals("GET")) {
            await().atMost(PATIENCE).untilAsserted(() -> check(step, send(step)));
        } else {
            check(step, send(step));
        }
    }

    private FhirReply send(Step step) {
        // Blanks of a URL are not sent as such; the client encodes the rest.
        var request = fhir.request(values.fill(step.url()));
        step.headers().forEach((name, value) -> request.header(name, value));
        var body = step.body().isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(values.fill(step.body()));
        var reply = fhir.send(step.method().equals("GET") ? request.GET() : request.method(step.method(), body));
        values.remember(step.name(), reply.body());
        return reply;
    }

    private void check(Step step, FhirReply reply) {
        for (var line : step.expectations()) {
            var expectation = values.fill(line);
            if (expectation.startsWith("status ")) {
                assertThat("status " + reply.status())
                        .as("%s: %s", step.title(), reply.body())
                        .isEqualTo(expectation);
            } else if (expectation.startsWith("$")) {
                var parts = expectation.split(" = ", 2);
                assertThat(found(reply.body(), parts[0]))
                        .as("%s: %s in %s", step.title(), parts[0], reply.body())
                        .contains(parts[1]);
            } else {
                assertThat(reply.body()).as(step.title()).contains(expectation);
            }
        }
    }

    /** What a path finds, one or many, as texts. */
    private static List<String> found(String json, String path) {
        try {
            Object value = JsonPath.read(json, path);
            return value instanceof List<?> many
                    ? many.stream().map(String::valueOf).toList()
                    : List.of(String.valueOf(value));
        } catch (PathNotFoundException nothing) {
            return List.of();
        }
    }
}
