package fr.respop.territories;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;
import org.hl7.fhir.r4.model.Resource;

/** Writes a territory to a folder as NDJSON, one file a resource type, as bulk loads expect it. */
public final class TerritoryToNdjson implements AutoCloseable {

    private final Path folder;
    private final IParser parser = FhirContext.forR4Cached().newJsonParser();
    private final Map<String, BufferedWriter> writers = new TreeMap<>();
    private final Map<String, Integer> counts = new TreeMap<>();

    private TerritoryToNdjson(Path folder) {
        this.folder = folder;
    }

    /** Arguments: territory id, the N of the scale 1:N, seed, folder. */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 4) {
            throw new IllegalArgumentException("Expected four arguments: territory id, scale, seed, folder");
        }
        var generator = new TerritoryGenerator(
                Territory.byId(arguments[0]), Integer.parseInt(arguments[1]), Long.parseLong(arguments[2]));
        // The counts are the answer of this command.
        write(generator, Path.of(arguments[3])).forEach((type, count) -> System.out.println(type + " " + count));
    }

    /** Writes all of a territory, and tells how many resources of each type it wrote. */
    public static Map<String, Integer> write(TerritoryGenerator generator, Path folder) throws IOException {
        Files.createDirectories(folder);
        try (var writer = new TerritoryToNdjson(folder)) {
            for (var resource : generator.setting()) {
                writer.write(resource);
            }
            Iterator<Resident> residents = generator.residents().iterator();
            while (residents.hasNext()) {
                var resident = residents.next();
                writer.write(resident.patient());
                for (var resource : resident.resources()) {
                    writer.write(resource);
                }
            }
            return writer.counts;
        }
    }

    private void write(Resource resource) throws IOException {
        var type = resource.fhirType();
        var writer = writers.get(type);
        if (writer == null) {
            writer = Files.newBufferedWriter(folder.resolve(type + ".ndjson"));
            writers.put(type, writer);
        }
        writer.write(parser.encodeResourceToString(resource));
        writer.write('\n');
        counts.merge(type, 1, Integer::sum);
    }

    @Override
    public void close() throws IOException {
        for (var writer : writers.values()) {
            writer.close();
        }
    }
}
