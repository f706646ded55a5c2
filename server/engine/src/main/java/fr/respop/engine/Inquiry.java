package fr.respop.engine;

import java.util.List;

/**
 * What is asked of an {@link IndividualEvaluator} about each subject.
 *
 * @param evaluation the measure; its report type is that of one subject, whatever it says
 * @param expressions the names of further expressions of the measure's library
 */
public record Inquiry(MeasureEvaluation evaluation, List<String> expressions) {

    public Inquiry {
        expressions = List.copyOf(expressions);
        evaluation = new MeasureEvaluation(
                evaluation.measure(),
                evaluation.period(),
                ReportType.SUBJECT,
                evaluation.membership(),
                evaluation.parameters(),
                evaluation.progress());
    }
}
