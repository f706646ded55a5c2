package fr.respop.server.fhir.evaluation;

import fr.respop.engine.SubjectRecord;
import java.util.List;
import org.hl7.fhir.r4.model.Resource;

/** A resident's record as read from the database, parsed when it is evaluated. */
record StoredRecord(String id, List<StoredResource> stored, ResourceBodies bodies) implements SubjectRecord {

    @Override
    public List<Resource> resources() {
        return stored.stream().map(bodies::parse).toList();
    }
}
