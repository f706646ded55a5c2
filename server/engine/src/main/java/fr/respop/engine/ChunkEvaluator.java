package fr.respop.engine;

import fr.respop.engine.content.Content;
import fr.respop.engine.content.ContentException;
import fr.respop.engine.cql.FailureReason;
import fr.respop.engine.report.ChunkScorer;
import fr.respop.engine.report.PartialReport;
import fr.respop.engine.report.SubjectFailure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.opencds.cqf.cql.engine.execution.EvaluationResult;

/** Turns subjects into their partial report. Belongs to one thread. */
final class ChunkEvaluator {

    private final SubjectMeasurer measurer;
    private final ChunkScorer scorer;

    ChunkEvaluator(EvaluationPlan plan, Content content) {
        measurer = new SubjectMeasurer(plan, content);
        scorer = new ChunkScorer(plan.measure(), plan.reportType());
    }

    PartialReport evaluate(List<? extends SubjectRecord> chunk) {
        var results = new LinkedHashMap<String, EvaluationResult>();
        var failures = new ArrayList<SubjectFailure>();
        for (var subject : chunk) {
            if (Thread.currentThread().isInterrupted()) {
                throw new EvaluationCancelled();
            }
            try {
                measurer.evaluate(subject).ifPresent(result -> results.put(subject.id(), result));
            } catch (ContentException unusable) {
                throw unusable;
            } catch (RuntimeException failure) {
                failures.add(new SubjectFailure(subject.id(), FailureReason.of(failure)));
            }
        }
        var scored = scorer.score(results);
        for (var failure : scored.failures()) {
            failures.add(new SubjectFailure(failure.subject(), FailureReason.withoutPersonalData(failure.reason())));
        }
        return new PartialReport(scored.report(), scored.subjects(), failures);
    }
}
