package fr.respop.content.cases;

import ca.uhn.fhir.context.FhirContext;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.respop.content.node.NodeProject;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.cqframework.cql.cql2elm.CqlCompilerOptions;
import org.cqframework.cql.cql2elm.LibraryManager;
import org.cqframework.cql.cql2elm.ModelManager;
import org.cqframework.cql.cql2elm.quick.FhirLibrarySourceProvider;
import org.cqframework.cql.elm.serializing.DefaultElmLibraryWriterProvider;
import org.hl7.elm.r1.VersionedIdentifier;
import org.hl7.fhir.r4.model.Attachment;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Library;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ValueSet;

/** cql-execution on the ELM of this build's package, as one Node process over files. */
final class JavaScriptEngine {

    /** One hour ahead of UTC all year, as Europe/Paris is at both ends of a calendar year. */
    private static final String TIME_ZONE = "Etc/GMT-1";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final NodeProject node;
    private final Path folder;

    JavaScriptEngine(NodeProject node, Path folder) {
        this.node = node;
        this.folder = folder.toAbsolutePath();
    }

    /** What the engine is asked about one resident: expressions by library. */
    record Question(Resident resident, Map<String, List<String>> expressions) {}

    /** Takes the answer to a question: values by expression by library. */
    interface AnswerListener {
        void answered(Question question, JsonNode values);
    }

    /** Asks all questions; {@link #readAnswers} has what comes of it. */
    void ask(PackedContent content, List<Question> questions) {
        try {
            Files.createDirectories(folder.resolve("elm"));
            writeElm(content);
            writeLines("valuesets.ndjson", content.all(ValueSet.class).stream().map(JavaScriptEngine::fhir));
            writeLines("subjects.ndjson", questions.stream().map(JavaScriptEngine::subject));
            node.run(Map.of("TZ", TIME_ZONE), "evaluate.js", List.of(folder.toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Gives the answers to the questions that were asked, one at a time: together they are large. */
    void readAnswers(List<Question> questions, AnswerListener listener) {
        try (BufferedReader answers = Files.newBufferedReader(folder.resolve("results.ndjson"))) {
            for (Question question : questions) {
                String line = answers.readLine();
                if (line == null) {
                    throw new IllegalStateException(
                            "No answer about " + question.resident().name());
                }
                listener.answered(question, parse(line).path("results"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void writeElm(PackedContent content) throws IOException {
        for (Library library : content.all(Library.class)) {
            for (Attachment attachment : library.getContent()) {
                if (attachment.getContentType().equals("application/elm+json")) {
                    Files.write(folder.resolve("elm/" + library.getName() + ".json"), attachment.getData());
                }
            }
        }
        Files.writeString(folder.resolve("elm/FHIRHelpers.json"), helpers());
    }

    /** The package leaves FHIRHelpers to the engines; this one has none of its own. */
    private static String helpers() {
        var libraries = new LibraryManager(new ModelManager(), CqlCompilerOptions.defaultOptions());
        libraries.getLibrarySourceLoader().registerProvider(new FhirLibrarySourceProvider());
        var compiled = libraries.resolveLibrary(
                new VersionedIdentifier().withId("FHIRHelpers").withVersion("4.0.1"));
        return DefaultElmLibraryWriterProvider.INSTANCE
                .create("application/elm+json")
                .writeAsString(compiled.getLibrary());
    }

    private void writeLines(String name, Stream<JsonNode> lines) throws IOException {
        try (BufferedWriter writer = Files.newBufferedWriter(folder.resolve(name), StandardCharsets.UTF_8)) {
            for (JsonNode line : (Iterable<JsonNode>) lines::iterator) {
                writer.write(line.toString());
                writer.write('\n');
            }
        }
    }

    private static JsonNode subject(Question question) {
        Resident resident = question.resident();
        var bundle = new Bundle().setType(Bundle.BundleType.COLLECTION);
        resident.resources().forEach(resource -> bundle.addEntry().setResource(resource));
        ObjectNode subject = JSON.createObjectNode().put("id", resident.id());
        subject.putObject("period")
                .put("start", resident.period().start().toOffsetDateTime().toString())
                .put("end", resident.period().end().toOffsetDateTime().toString());
        subject.set("expressions", JSON.valueToTree(question.expressions()));
        subject.set("bundle", fhir(bundle));
        return subject;
    }

    private static JsonNode fhir(Resource resource) {
        return parse(FhirContext.forR4Cached().newJsonParser().encodeResourceToString(resource));
    }

    private static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
