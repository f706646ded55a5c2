package fr.respop.server.fhir.evaluation;

import fr.respop.engine.RememberingRecord;
import fr.respop.engine.SubjectRecord;
import fr.respop.engine.SubjectResult;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/** A resident to be evaluated, whose results go to whoever keeps them once there is one for each measure. */
final class EvaluatedRecord implements RememberingRecord {

    private final SubjectRecord stored;
    private final @Nullable SubjectResult[] results;
    private final Consumer<List<SubjectResult>> whenComplete;

    EvaluatedRecord(SubjectRecord stored, int measures, Consumer<List<SubjectResult>> whenComplete) {
        this.stored = stored;
        this.results = new SubjectResult[measures];
        this.whenComplete = whenComplete;
    }

    @Override
    public String id() {
        return stored.id();
    }

    @Override
    public List<Resource> resources() {
        return stored.resources();
    }

    @Override
    public void remember(int measure, SubjectResult result) {
        results[measure] = result;
        if (Arrays.stream(results).allMatch(Objects::nonNull)) {
            whenComplete.accept(List.of(results));
        }
    }
}
