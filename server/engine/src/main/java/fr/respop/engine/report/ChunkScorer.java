package fr.respop.engine.report;

import ca.uhn.fhir.context.FhirContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.Measure;
import org.hl7.fhir.r4.model.MeasureReport;
import org.opencds.cqf.cql.engine.execution.EvaluationResult;
import org.opencds.cqf.fhir.cr.measure.common.MeasureDef;
import org.opencds.cqf.fhir.cr.measure.common.MeasureEvalType;
import org.opencds.cqf.fhir.cr.measure.common.MeasureEvaluator;
import org.opencds.cqf.fhir.cr.measure.common.MeasureMultiSubjectEvaluator;
import org.opencds.cqf.fhir.cr.measure.common.MeasureReportType;
import org.opencds.cqf.fhir.cr.measure.r4.R4MeasureReportBuilder;
import org.opencds.cqf.fhir.cr.measure.r4.R4PopulationBasisValidator;

/**
 * Scores the CQL results of a few subjects into a partial report, by clinical-reasoning's own rules.
 *
 * <p>Belongs to one thread. What a subject costs grows with the number of subjects that are scored at once.
 */
final class ChunkScorer {

    private static final FhirContext FHIR = FhirContext.forR4Cached();

    private final Measure measure;
    private final MeasureEvalType type;
    private final MeasureEvaluator evaluator = new MeasureEvaluator(new R4PopulationBasisValidator());

    /**
     * A scorer for one measure and one kind of report.
     *
     * @param type for a report of one subject, of lists of subjects, or of counts
     */
    ChunkScorer(ScorableMeasure measure, MeasureEvalType type) {
        // Building a report leaves marks in the measure, so each thread has its own.
        this.measure = measure.copy();
        this.type = type;
    }

    /**
     * Scores subjects into their partial report.
     *
     * @param results the CQL results by the subjects' references; none is a valid number of subjects
     * @throws InvalidMeasure if the measure can be scored for no subject
     */
    PartialReport score(Map<String, EvaluationResult> results) {
        var definition = ScorableMeasure.define(measure);
        var failures = new ArrayList<SubjectFailure>();
        results.forEach((subject, result) -> {
            try {
                evaluate(definition, subject, result);
            } catch (RuntimeException failure) {
                failures.add(new SubjectFailure(subject, String.valueOf(failure.getMessage())));
            }
        });
        if (failures.isEmpty()) {
            CriteriaStrata.resolve(definition, results);
            return new PartialReport(report(definition, List.copyOf(results.keySet())), results.size(), List.of());
        }
        // A failure leaves half of its subject in the counts, so the others are scored again.
        var others = new LinkedHashMap<>(results);
        failures.forEach(failure -> others.remove(failure.subject()));
        var scored = score(others);
        return new PartialReport(scored.report(), scored.subjects(), failures);
    }

    private void evaluate(MeasureDef definition, String subject, EvaluationResult result) {
        var slash = subject.indexOf('/');
        evaluator.evaluate(definition, type, subject.substring(0, slash), subject.substring(slash + 1), result, true);
    }

    private MeasureReport report(MeasureDef definition, List<String> subjects) {
        try {
            MeasureMultiSubjectEvaluator.postEvaluationMultiSubject(FHIR, definition);
            var report = new R4MeasureReportBuilder().build(measure, definition, reportType(), null, subjects);
            CombinedStrata.keep(report, measure);
            ObservedValues.write(report, definition);
            return report;
        } catch (RuntimeException refused) {
            throw new InvalidMeasure(String.valueOf(refused.getMessage()), refused);
        }
    }

    private MeasureReportType reportType() {
        return switch (type) {
            case SUBJECT -> MeasureReportType.INDIVIDUAL;
            case SUBJECTLIST -> MeasureReportType.SUBJECTLIST;
            default -> MeasureReportType.SUMMARY;
        };
    }
}
