package fr.respop.engine.ndjson;

import fr.respop.engine.SubjectRecord;
import fr.respop.engine.record.ResourceParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The lines of some subjects, in memory. */
final class Bucket {

    private final Map<String, List<Line>> linesByPatient = new TreeMap<>();

    void add(String patient, Line line) {
        linesByPatient.computeIfAbsent(patient, id -> new ArrayList<>()).add(line);
    }

    /** The records of those that are there with their Patient, by id. */
    List<SubjectRecord> records(ResourceParser parser) {
        var records = new ArrayList<SubjectRecord>();
        linesByPatient.forEach((patient, lines) -> {
            if (lines.stream().anyMatch(Line::isPatient)) {
                lines.sort(Line.STABLE_ORDER);
                records.add(new NdjsonRecord("Patient/" + patient, lines, parser));
            }
        });
        return records;
    }
}
