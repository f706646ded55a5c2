package fr.respop.benchmark;

import fr.respop.engine.SubjectRecord;
import fr.respop.engine.SubjectSource;
import fr.respop.engine.ndjson.NdjsonSubjects;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.Resource;

/** Residents in memory, for engines that do not read NDJSON. */
final class ParsedResidents {

    private ParsedResidents() {}

    /** The first residents of a folder; they are parsed by whoever asks for their resources. */
    static List<? extends SubjectRecord> first(long atMost, Path folder, Set<String> types) {
        try (SubjectSource source = NdjsonSubjects.open(folder, types)) {
            return source.next((int) atMost).records();
        }
    }

    static List<Resource> resources(List<? extends SubjectRecord> residents) {
        return residents.stream()
                .flatMap(resident -> resident.resources().stream())
                .toList();
    }
}
