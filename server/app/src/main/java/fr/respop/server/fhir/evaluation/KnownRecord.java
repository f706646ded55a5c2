package fr.respop.server.fhir.evaluation;

import fr.respop.engine.RememberingRecord;
import fr.respop.engine.SubjectResult;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Resource;

/** A resident whose results are known, so that the record need not be read. */
record KnownRecord(String id, List<SubjectResult> results) implements RememberingRecord {

    @Override
    public Optional<List<SubjectResult>> known() {
        return Optional.of(results);
    }

    @Override
    public List<Resource> resources() {
        throw new IllegalStateException("The record of a resident with known results was not read");
    }

    @Override
    public void remember(int measure, SubjectResult result) {
        throw new IllegalStateException("The results of the resident are known already");
    }
}
