package fr.respop.benchmark;

import ca.uhn.fhir.context.FhirContext;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import fr.respop.engine.SubjectRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Library;
import org.hl7.fhir.r4.model.Measure;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ValueSet;

/**
 * cql-execution on the ELM of the content, in a process of Node, on the expressions that the pyramids need.
 *
 * <p>What it costs to start and to read the content, which a run without residents tells, is taken off.
 */
final class JavaScriptEngine implements Contender {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final NodeScript script;
    private final Path folder;
    private final BenchmarkContent content;
    private final List<? extends SubjectRecord> residents;

    /**
     * @param script {@code evaluate.js}
     * @param folder takes the files by which it is asked and answers
     */
    JavaScriptEngine(
            NodeScript script, Path folder, BenchmarkContent content, List<? extends SubjectRecord> residents) {
        this.script = script;
        this.folder = folder;
        this.content = content;
        this.residents = residents;
    }

    @Override
    public String name() {
        return "cql-execution on Node: two pyramids";
    }

    @Override
    public long residents() {
        return residents.size();
    }

    /** Each run is a new process, so it is as warm as its residents make it. */
    @Override
    public void warmUp(Meter meter, Duration cpu) {}

    @Override
    public Sample run(Meter meter) {
        try {
            writeContent();
            var start = evaluate(List.of());
            var all = evaluate(residents);
            return new Sample(
                    all.count(), all.wall().minus(start.wall()), all.cpu().minus(start.cpu()), 0);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private Sample evaluate(List<? extends SubjectRecord> asked) throws IOException {
        Files.write(
                folder.resolve("subjects.ndjson"),
                asked.stream().map(this::question).toList());
        var cost = script.run(folder);
        return new Sample(members(), cost.wall(), cost.cpu(), 0);
    }

    private long members() throws IOException {
        long count = 0;
        for (var line : Files.readAllLines(folder.resolve("results.ndjson"))) {
            for (var library : JSON.readTree(line).path("results")) {
                count += library.path("In Target Population").asBoolean() ? 1 : 0;
            }
        }
        return count;
    }

    private void writeContent() throws IOException {
        Files.createDirectories(folder.resolve("elm"));
        for (var library : content.packaged().all(Library.class)) {
            for (var attachment : library.getContent()) {
                if (attachment.getContentType().equals("application/elm+json")) {
                    Files.write(folder.resolve("elm/" + library.getName() + ".json"), attachment.getData());
                }
            }
        }
        Files.writeString(folder.resolve("elm/FHIRHelpers.json"), BenchmarkContent.fhirHelpersElm());
        Files.write(
                folder.resolve("valuesets.ndjson"),
                content.packaged().all(ValueSet.class).stream()
                        .map(JavaScriptEngine::json)
                        .toList());
    }

    private String question(SubjectRecord resident) {
        var bundle = new Bundle().setType(Bundle.BundleType.COLLECTION);
        resident.resources().forEach(resource -> bundle.addEntry().setResource(resource));
        var question = JSON.createObjectNode().put("id", resident.id());
        question.putObject("period")
                .put("start", BenchmarkContent.PERIOD.start().toOffsetDateTime().toString())
                .put("end", BenchmarkContent.PERIOD.end().toOffsetDateTime().toString());
        var expressions = question.putObject("expressions");
        content.pyramids().forEach(measure -> putExpressions(measure, expressions));
        question.putRawValue("bundle", new RawValue(json(bundle)));
        return question.toString();
    }

    private static void putExpressions(Measure measure, ObjectNode expressions) {
        var library = measure.getLibrary().get(0).getValue();
        var names = new ArrayList<String>();
        var group = measure.getGroupFirstRep();
        group.getPopulation()
                .forEach(population -> names.add(population.getCriteria().getExpression()));
        group.getStratifier().stream()
                .flatMap(stratifier -> stratifier.getComponent().stream())
                .forEach(component -> names.add(component.getCriteria().getExpression()));
        var array = expressions.putArray(library.replaceAll(".*/|\\|.*", ""));
        names.forEach(array::add);
    }

    private static String json(Resource resource) {
        return FhirContext.forR4Cached().newJsonParser().encodeResourceToString(resource);
    }
}
