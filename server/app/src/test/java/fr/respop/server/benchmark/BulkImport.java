package fr.respop.server.benchmark;

import ca.uhn.fhir.context.FhirContext;
import fr.respop.server.bulkimport.FileSource;
import fr.respop.territories.Resident;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Resource;

/** Residents as files, one a type, and how fast the server imports them. */
final class BulkImport {

    private final Caller fhir;

    BulkImport(Caller fhir) {
        this.fhir = fhir;
    }

    Throughput load(List<Resident> residents) {
        var parser = FhirContext.forR4Cached().newJsonParser();
        var linesByType = residents.stream()
                .flatMap(WriteBenchmark::resources)
                .collect(Collectors.groupingBy(
                        Resource::fhirType,
                        TreeMap::new,
                        Collectors.mapping(parser::encodeResourceToString, Collectors.toList())));
        var lines = linesByType.values().stream().mapToLong(List::size).sum();
        try (var source = new FileSource()) {
            var inputs = linesByType.entrySet().stream()
                    .map(file -> """
                            {"name":"input","part":[{"name":"type","valueCode":"%s"},{"name":"url","valueUri":"%s"}]}""".formatted(file.getKey(), source.file(file.getKey(), file.getValue())))
                    .collect(Collectors.joining(","));
            var nanos = Timing.nanosOf(() -> refuseRefusals(
                    fhir.async("$import", "{\"resourceType\":\"Parameters\",\"parameter\":[" + inputs + "]}")));
            return new Throughput("$import of NDJSON files", 1, lines, nanos);
        }
    }

    private static void refuseRefusals(String report) {
        if (report.contains("\"refusedLine\"")) {
            throw new IllegalStateException(report);
        }
    }
}
