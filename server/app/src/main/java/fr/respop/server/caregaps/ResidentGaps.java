package fr.respop.server.caregaps;

import fr.respop.engine.Finding;
import fr.respop.engine.Subject;
import fr.respop.server.fhir.programme.Gap;
import fr.respop.server.fhir.programme.GapMeasure;
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
                .filter(i -> findings.get(i).isInPopulation() || request.isOfWhomeverItNames())
                .mapToObj(i -> reported(measures.get(i), findings.get(i)))
                .filter(reported -> request.statuses().contains(reported.gap().status()))
                .toList();
        if (request.resident().isEmpty()) {
            if (asked.isEmpty()) {
                return Optional.empty();
            }
            size.add(asked.size());
        }
        return Optional.of(new CareGapsDocument(patient(resident), request.period(), asked).toBundle());
    }

    private static ReportedGap reported(GapMeasure measure, Finding finding) {
        return new ReportedGap(Gap.of(measure, finding.values()), finding.report());
    }

    private static Patient patient(Subject resident) {
        return resident.resources().stream()
                .filter(Patient.class::isInstance)
                .map(Patient.class::cast)
                .findFirst()
                .orElseThrow();
    }
}
