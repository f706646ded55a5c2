package fr.respop.server.caregaps;

import fr.respop.engine.Finding;
import fr.respop.engine.Subject;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Patient;

/** Turns what the measures come to for a resident into the resident's document. */
final class ResidentGaps {

    private final CareGapsRequest request;
    private final List<GapMeasure> measures;
    private final AnswerSize size;

    /** @param measures those to which the findings belong, in the same order */
    ResidentGaps(CareGapsRequest request, List<GapMeasure> measures, AnswerSize size) {
        this.request = request;
        this.measures = measures;
        this.size = size;
    }

    /** Empty for one of many who has no gap to report: DEQM knows no document without a section. */
    Optional<Bundle> document(Subject resident, List<Finding> findings) {
        var asked = IntStream.range(0, measures.size())
                .filter(i -> isAsked(measures.get(i), findings.get(i)))
                .boxed()
                .toList();
        if (request.resident().isEmpty()) {
            if (asked.isEmpty()) {
                return Optional.empty();
            }
            size.add(asked.size());
        }
        var gaps = asked.stream()
                .map(i -> Gap.of(measures.get(i), findings.get(i)))
                .toList();
        return Optional.of(new CareGapsDocument(patient(resident), request.period(), gaps).toBundle());
    }

    private boolean isAsked(GapMeasure measure, Finding finding) {
        return (finding.isInPopulation() || request.isOfWhomeverItNames())
                && request.statuses().contains(Gap.statusOf(measure, finding));
    }

    private static Patient patient(Subject resident) {
        return resident.resources().stream()
                .filter(Patient.class::isInstance)
                .map(Patient.class::cast)
                .findFirst()
                .orElseThrow();
    }
}
