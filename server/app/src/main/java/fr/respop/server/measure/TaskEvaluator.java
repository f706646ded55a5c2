package fr.respop.server.measure;

import java.util.List;
import java.util.concurrent.CancellationException;
import org.hl7.fhir.r4.model.MeasureReport;

/** Computes what an {@link EvaluationTask} asks for. */
@FunctionalInterface
interface TaskEvaluator {

    /**
     * The reports, in the order of the measures.
     *
     * @param evaluation told how far it has come
     * @throws CancellationException if the evaluation is stopped
     * @throws RuntimeException if the Task cannot be evaluated, with the reason
     */
    List<MeasureReport> evaluate(EvaluationTask task, RunningEvaluation evaluation);
}
