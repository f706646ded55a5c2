package fr.respop.engine;

import fr.respop.engine.content.Content;
import fr.respop.engine.content.ContentException;
import fr.respop.engine.cql.FailureReason;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Evaluates the measures of a pass on one subject after another. Belongs to one thread. */
final class ChunkEvaluator {

    private final SubjectMeasurer measurer;
    private final List<MeasureSum.Share> shares;

    ChunkEvaluator(List<MeasureSum> sums, Content content, Duration timeLimit) {
        measurer = new SubjectMeasurer(sums.stream().map(MeasureSum::plan).toList(), content, timeLimit);
        shares = sums.stream().map(MeasureSum::share).toList();
    }

    void evaluate(SubjectChunk chunk) {
        add(chunk.known());
        for (var subject : chunk.records()) {
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
        if (subject instanceof RememberingRecord remembering) {
            evaluate(subject, remembering::remember);
        } else {
            evaluate(subject, (measure, result) -> {});
        }
    }

    private void add(KnownSubjects known) {
        for (int i = 0; i < known.members().size(); i++) {
            shares.get(i).add(known.members().get(i));
        }
    }

    private void evaluate(SubjectRecord subject, BiConsumer<Integer, SubjectResult> memory) {
        try {
            measurer.enter(subject);
        } catch (RuntimeException unreadable) {
            var reason = FailureReason.of(unreadable);
            shares.forEach(share -> share.fail(subject.id(), reason));
            return;
        }
        for (int i = 0; i < shares.size(); i++) {
            var result = evaluate(subject, shares.get(i));
            if (result.isPresent()) {
                memory.accept(i, result.get());
            }
        }
    }

    private Optional<SubjectResult> evaluate(SubjectRecord subject, MeasureSum.Share share) {
        try {
            var results = measurer.evaluate(share.plan());
            return results.isPresent() ? share.add(subject.id(), results.get()) : Optional.of(SubjectResult.NO_MEMBER);
        } catch (ContentException | MeasureNotEvaluable unusable) {
            throw unusable;
        } catch (RuntimeException failure) {
            share.fail(subject.id(), FailureReason.of(failure));
            return Optional.empty();
        }
    }
}
