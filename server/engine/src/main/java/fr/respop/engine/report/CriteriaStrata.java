package fr.respop.engine.report;

import java.util.Map;
import org.opencds.cqf.cql.engine.execution.EvaluationResult;
import org.opencds.cqf.fhir.cr.measure.common.MeasureDef;
import org.opencds.cqf.fhir.cr.measure.common.StratifierDef;

/**
 * Lets subjects for whom a stratifier's criterion is true be found in populations of subjects.
 *
 * <p>Clinical-reasoning 4.4.0 looks for the value true among the members of the population, which are subjects, and so
 * counts nobody. Here the subject stands for its own true, as it does in populations.
 */
final class CriteriaStrata {

    private CriteriaStrata() {}

    static void resolve(MeasureDef definition, Map<String, EvaluationResult> results) {
        for (var group : definition.groups()) {
            if (group.isBooleanBasis()) {
                group.stratifiers().stream()
                        .filter(StratifierDef::isCriteriaStratifier)
                        .forEach(stratifier ->
                                results.forEach((subject, result) -> resolve(stratifier, subject, result)));
            }
        }
    }

    private static void resolve(StratifierDef stratifier, String subject, EvaluationResult results) {
        var slash = subject.indexOf('/');
        var id = subject.substring(slash + 1);
        var criterion = stratifier.getResults().get(id);
        var itself = results.get(subject.substring(0, slash));
        if (criterion != null && Boolean.TRUE.equals(criterion.rawValue()) && itself != null) {
            stratifier.putResult(id, itself.getValue(), criterion.evaluatedResources());
        }
    }
}
