package fr.respop.engine.ndjson;

import fr.respop.engine.SubjectRecord;
import fr.respop.engine.record.ResourceParser;
import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.Resource;

/** A subject's lines, parsed when the subject is evaluated. */
record NdjsonRecord(String id, List<Line> lines, ResourceParser parser) implements SubjectRecord {

    @Override
    public List<Resource> resources() {
        var resources = new ArrayList<Resource>(lines.size());
        for (int i = 0; i < lines.size(); i++) {
            if (i == 0 || !isRepeated(lines.get(i - 1), lines.get(i))) {
                resources.add(lines.get(i).parse(parser));
            }
        }
        return resources;
    }

    /** Whether a line says what the one before it says; two that differ leave open which of them is true. */
    private static boolean isRepeated(Line before, Line line) {
        if (!line.isOfSameResource(before)) {
            return false;
        }
        if (!line.hasSameContent(before)) {
            throw new IllegalStateException(line + " stands in the files more than once, with different content");
        }
        return true;
    }
}
