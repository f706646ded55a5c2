package fr.respop.content.cases;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.parser.StrictErrorHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.respop.engine.MeasurementPeriod;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Resource;

/**
 * One resident of {@code cql/tests/<Library>/<case>} and what the library must answer.
 *
 * @param folder where the case is
 * @param library the library's name
 * @param subject the resident
 * @param expected values by the names of expressions
 */
record CqlCase(Path folder, String library, Resident subject, JsonNode expected) {

    /** The zone in which the programme's territories live. */
    static final ZoneId ZONE = ZoneId.of("Europe/Paris");

    private static final Path TESTS = Path.of("tests");
    private static final String EXPECTED = "expected.json";
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Every case, or those of which the system property {@code cql.case} is a part of {@code <Library>/<case>}. */
    static List<CqlCase> all() {
        String wanted = System.getProperty("cql.case", "");
        return list(TESTS)
                .filter(Files::isDirectory)
                .flatMap(library -> list(library)
                        .filter(folder -> TESTS.relativize(folder).toString().contains(wanted))
                        .map(folder -> read(folder, String.valueOf(library.getFileName()))))
                .toList();
    }

    String name() {
        return String.valueOf(folder.getFileName());
    }

    static CqlCase read(Path folder, String library) {
        IParser parser = FhirContext.forR4Cached().newJsonParser().setParserErrorHandler(new StrictErrorHandler());
        List<Resource> resources = list(folder)
                .filter(file -> !file.endsWith(EXPECTED))
                .map(file -> (Resource) parser.parseResource(text(file)))
                .toList();
        JsonNode expected;
        try {
            expected = JSON.readTree(text(folder.resolve(EXPECTED)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        JsonNode period = expected.path("period");
        var resident = Resident.of(
                folder.toString(),
                resources,
                MeasurementPeriod.of(
                        period.path("start").asText(), period.path("end").asText(), ZONE));
        return new CqlCase(folder, library, resident, expected.path("expressions"));
    }

    private static Stream<Path> list(Path folder) {
        try (var files = Files.list(folder)) {
            return files.filter(file -> !String.valueOf(file.getFileName()).startsWith(".")).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
