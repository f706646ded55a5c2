package fr.respop.server.fhir.evaluation;

import fr.respop.engine.MeasurementPeriod;
import fr.respop.engine.SubjectEvaluator;
import fr.respop.engine.SubjectNotEvaluable;
import fr.respop.engine.content.Content;
import fr.respop.engine.content.ContentException;
import fr.respop.server.fhir.Refusal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/**
 * A resident of whom one expression after another is asked, of any number of libraries: the record is read once, and what
 * the libraries share is computed once. Belongs to one thread.
 */
public final class OpenRecord {

    private final String patientId;
    private final Content content;
    private final Residents residents;
    private final SubjectEvaluator evaluator;
    private final Set<String> askedTypes;
    private Set<String> readTypes = Set.of();
    private List<Resource> record = List.of();

    /** @param askedTypes the FHIR types of which others like this were asked, which are read at once; this adds its own */
    OpenRecord(
            String patientId,
            Content content,
            Residents residents,
            MeasurementPeriod period,
            Duration timeLimit,
            Set<String> askedTypes) {
        this.patientId = patientId;
        this.content = content;
        this.residents = residents;
        this.evaluator = new SubjectEvaluator(content, period, timeLimit);
        this.askedTypes = askedTypes;
    }

    /**
     * The resident's own resource, as it is evaluated: without its narrative.
     *
     * @throws Refusal 404 if there is no such Patient
     */
    public Patient patient() {
        if (record.isEmpty()) {
            read(Set.copyOf(askedTypes));
        }
        return record.stream()
                .filter(Patient.class::isInstance)
                .map(Patient.class::cast)
                .findFirst()
                .orElseThrow();
    }

    /** The names of a library's public expressions. */
    public Set<String> expressions(String library) {
        return Set.copyOf(content.library(library).expressions());
    }

    /**
     * The values of a library's expressions.
     *
     * @param library its canonical, with or without a version
     * @param expressions their names
     * @return CQL values in the order of the names; null values where an expression has no result
     * @throws Refusal 404 if there is no such Patient
     * @throws ContentException if the library is not there or cannot be evaluated
     * @throws SubjectNotEvaluable if the CQL fails on the resident
     */
    public Map<String, @Nullable Object> evaluate(String library, List<String> expressions) {
        var needed = content.library(library).dataTypes();
        if (record.isEmpty() || !readTypes.containsAll(needed)) {
            askedTypes.addAll(needed);
            read(Set.copyOf(askedTypes));
        }
        return evaluator.evaluate(library, expressions);
    }

    private void read(Set<String> types) {
        var resident = residents
                .find(patientId, types)
                .orElseThrow(() -> Refusal.notFound("subject", "There is no Patient/" + patientId + "."));
        record = evaluator.enter(resident);
        readTypes = types;
    }
}
