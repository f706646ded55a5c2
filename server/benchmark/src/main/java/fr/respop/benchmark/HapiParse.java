package fr.respop.benchmark;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/** HAPI's parser on every line of the types that evaluations read, and nothing else. */
record HapiParse(String name, long residents, Path folder, Set<String> types) implements Contender {

    @Override
    public Sample run(Meter meter) {
        return meter.measure(() -> {
            TerritoryFiles.files(folder).stream()
                    .filter(file -> types.contains(typeOf(file)))
                    .forEach(HapiParse::parse);
            return 0;
        });
    }

    private static String typeOf(Path file) {
        return file.getFileName().toString().replace(".ndjson", "");
    }

    private static void parse(Path file) {
        var parser = FhirContext.forR4Cached().newJsonParser();
        try (var lines = Files.newBufferedReader(file)) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                parser.parseResource(line);
            }
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
