package fr.respop.engine;

import fr.respop.engine.content.Content;
import fr.respop.engine.content.ContentException;
import fr.respop.engine.cql.FailureReason;
import java.util.List;

/** Evaluates the measures of a pass on one subject after another. Belongs to one thread. */
final class ChunkEvaluator {

    private final SubjectMeasurer measurer;
    private final List<MeasureSum.Share> shares;

    ChunkEvaluator(List<MeasureSum> sums, Content content) {
        measurer = new SubjectMeasurer(sums.stream().map(MeasureSum::plan).toList(), content);
        shares = sums.stream().map(MeasureSum::share).toList();
    }

    void evaluate(List<? extends SubjectRecord> chunk) {
        for (var subject : chunk) {
            if (Thread.currentThread().isInterrupted()) {
                throw new EvaluationCancelled();
            }
            evaluate(subject);
        }
        shares.forEach(MeasureSum.Share::endChunk);
    }

    /** Call it after the last chunk: only then do the sums hold every subject. */
    void finish() {
        shares.forEach(MeasureSum.Share::finish);
    }

    private void evaluate(SubjectRecord subject) {
        try {
            measurer.enter(subject);
        } catch (RuntimeException unreadable) {
            var reason = FailureReason.of(unreadable);
            shares.forEach(share -> share.fail(subject.id(), reason));
            return;
        }
        shares.forEach(share -> evaluate(subject, share));
    }

    private void evaluate(SubjectRecord subject, MeasureSum.Share share) {
        try {
            measurer.evaluate(share.plan()).ifPresent(results -> share.add(subject.id(), results));
        } catch (ContentException | MeasureNotEvaluable unusable) {
            throw unusable;
        } catch (RuntimeException failure) {
            share.fail(subject.id(), FailureReason.of(failure));
        }
    }
}
