package fr.respop.benchmark;

import fr.respop.territories.Territory;
import fr.respop.territories.TerritoryGenerator;
import fr.respop.territories.TerritoryToNdjson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The residents of a territory as NDJSON, one file a type, without narratives and with.
 *
 * @param generator who made them
 * @param residents how many there are
 * @param plain the folder of resources without narratives
 * @param narrated the folder of the same resources with a one-line narrative each, as real servers write them
 */
record TerritoryFiles(TerritoryGenerator generator, long residents, Path plain, Path narrated) {

    private static final String NARRATIVE = """
            "text":{"status":"generated","div":"<div xmlns=\\"http://www.w3.org/1999/xhtml\\">\
            <p><b>Résident</b> : donnée de démonstration &#x2014; 2025</p></div>"},""";

    /** Writes one resident for every {@code scale} inhabitants of Aube et Sézannais. */
    static TerritoryFiles write(int scale, Path folder) throws IOException {
        var generator = new TerritoryGenerator(
                Territory.byId("aube-et-sezannais"), scale, TerritoryGenerator.DEMONSTRATION_SEED);
        var plain = folder.resolve(scale + "/plain");
        var narrated = Files.createDirectories(folder.resolve(scale + "/narrated"));
        var counts = TerritoryToNdjson.write(generator, plain);
        for (var file : files(plain)) {
            narrate(file, narrated.resolve(file.getFileName()));
        }
        return new TerritoryFiles(generator, counts.getOrDefault("Patient", 0), plain, narrated);
    }

    /** The files of a folder by name. */
    static List<Path> files(Path folder) {
        try (var files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static void narrate(Path plain, Path narrated) throws IOException {
        try (var lines = Files.lines(plain);
                var output = Files.newBufferedWriter(narrated)) {
            for (var line : (Iterable<String>) lines::iterator) {
                // The encoder writes the type first.
                var afterType = line.indexOf(',') + 1;
                output.write(line, 0, afterType);
                output.write(NARRATIVE);
                output.write(line, afterType, line.length() - afterType);
                output.write('\n');
            }
        }
    }
}
