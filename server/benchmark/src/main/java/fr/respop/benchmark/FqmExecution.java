package fr.respop.benchmark;

import ca.uhn.fhir.context.FhirContext;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.respop.engine.SubjectRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.hl7.fhir.r4.model.Attachment;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Library;
import org.hl7.fhir.r4.model.Measure;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ValueSet;

/** fqm-execution on the pyramids, in a process of Node; without the start of the process. */
final class FqmExecution implements Contender {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final NodeScript script;
    private final Path folder;
    private final BenchmarkContent content;
    private final List<? extends SubjectRecord> residents;

    /**
     * @param script {@code calculate.js}
     * @param folder takes the files by which it is asked and answers
     */
    FqmExecution(NodeScript script, Path folder, BenchmarkContent content, List<? extends SubjectRecord> residents) {
        this.script = script;
        this.folder = folder;
        this.content = content;
        this.residents = residents;
    }

    @Override
    public String name() {
        return "fqm-execution on Node: two pyramids";
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
            writeQuestion();
            script.run(folder);
            var cost = JSON.readTree(folder.resolve("cost.json").toFile());
            return new Sample(
                    cost.path("members").asLong(),
                    milliseconds(cost.path("wallMilliseconds").asDouble()),
                    milliseconds(cost.path("cpuMilliseconds").asDouble()),
                    0);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Duration milliseconds(double count) {
        return Duration.ofNanos(Math.round(count * 1e6));
    }

    private void writeQuestion() throws IOException {
        Files.createDirectories(folder);
        Files.write(
                folder.resolve("measures.ndjson"),
                content.pyramids().stream().map(this::bundle).toList());
        Files.write(
                folder.resolve("subjects.ndjson"),
                residents.stream()
                        .map(resident -> bundle(List.copyOf(resident.resources())))
                        .toList());
        var period = JSON.createObjectNode()
                .put("start", BenchmarkContent.PERIOD.start().toOffsetDateTime().toString())
                .put("end", BenchmarkContent.PERIOD.end().toOffsetDateTime().toString());
        Files.writeString(folder.resolve("period.json"), period.toString());
    }

    /** The measure with all that it may need. */
    private String bundle(Measure measure) {
        var bundle = new Bundle().setType(Bundle.BundleType.COLLECTION);
        var asked = measure.copy();
        // It finds libraries by their url alone.
        asked.getLibrary()
                .forEach(library -> library.setValue(library.getValue().replaceAll("\\|.*", "")));
        bundle.addEntry().setResource(asked);
        content.packaged()
                .all(Library.class)
                .forEach(library -> bundle.addEntry().setResource(library));
        bundle.addEntry().setResource(helpers());
        content.packaged()
                .all(ValueSet.class)
                .forEach(valueSet -> bundle.addEntry().setResource(valueSet));
        return json(bundle);
    }

    private static Library helpers() {
        var helpers = new Library();
        helpers.setId("FHIRHelpers");
        helpers.setUrl("http://hl7.org/fhir/Library/FHIRHelpers").setVersion("4.0.1");
        helpers.addContent(new Attachment()
                .setContentType("application/elm+json")
                .setData(BenchmarkContent.fhirHelpersElm().getBytes(StandardCharsets.UTF_8)));
        return helpers;
    }

    private static String bundle(List<Resource> resources) {
        var bundle = new Bundle().setType(Bundle.BundleType.COLLECTION);
        resources.forEach(resource -> bundle.addEntry().setResource(resource));
        return json(bundle);
    }

    private static String json(Resource resource) {
        return FhirContext.forR4Cached().newJsonParser().encodeResourceToString(resource);
    }
}
