package fr.respop.server.worklist;

import fr.respop.engine.SubjectEvaluator;
import fr.respop.server.fhir.programme.ComputedStratum;
import fr.respop.server.fhir.programme.Programme;
import fr.respop.server.fhir.programme.StratumAssessment;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.RiskAssessment.RiskAssessmentStatus;

/**
 * The stratum of a resident, as good as it is known.
 *
 * @param coding its code
 * @param isConfirmed whether a practitioner confirmed it; else it is computed
 */
record KnownStratum(Coding coding, boolean isConfirmed) {

    /**
     * Of the subject that the evaluator is at.
     *
     * @param record the resources of the same subject
     * @return empty for somebody who is not of the target population
     */
    static Optional<KnownStratum> of(Programme programme, SubjectEvaluator evaluator, List<Resource> record) {
        var confirmed = StratumAssessment.of(programme, record.stream()).stream()
                .filter(assessment -> assessment.resource().getStatus() == RiskAssessmentStatus.FINAL)
                .reduce((earlier, later) -> later);
        if (confirmed.isPresent()) {
            return Optional.of(new KnownStratum(confirmed.get().coding(), true));
        }
        var computed = ComputedStratum.of(programme, evaluator).stratum();
        return computed.isPresent()
                ? Optional.of(new KnownStratum(programme.stratum(computed.getAsInt()), false))
                : Optional.empty();
    }

    /** The number at the end of a code such as {@code diabetes-3}. */
    int number() {
        var code = coding.getCode();
        return Integer.parseInt(code.substring(code.lastIndexOf('-') + 1));
    }
}
