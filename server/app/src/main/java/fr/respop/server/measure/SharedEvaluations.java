package fr.respop.server.measure;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import org.hl7.fhir.r4.model.MeasureReport;

/**
 * Evaluates once what several clients of this server ask at the same time.
 *
 * <p>A client that asks while an equal evaluation runs waits for it and gets the same result, or the same failure. One
 * that asks after it ended gets an evaluation of its own.
 *
 * @param <K> what makes evaluations equal
 */
final class SharedEvaluations<K> {

    private final ConcurrentMap<K, CompletableFuture<List<MeasureReport>>> running = new ConcurrentHashMap<>();

    /**
     * Evaluates, or waits for an equal evaluation.
     *
     * @return reports of the caller's own, which it may change
     */
    List<MeasureReport> evaluate(K key, Supplier<List<MeasureReport>> evaluation) {
        var own = new CompletableFuture<List<MeasureReport>>();
        var others = running.putIfAbsent(key, own);
        if (others != null) {
            return copies(resultOf(others));
        }
        try {
            var reports = evaluation.get();
            running.remove(key);
            own.complete(reports);
            return copies(reports);
        } catch (RuntimeException | Error failure) {
            running.remove(key);
            own.completeExceptionally(failure);
            throw failure;
        }
    }

    private static List<MeasureReport> resultOf(CompletableFuture<List<MeasureReport>> evaluation) {
        try {
            return evaluation.join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RuntimeException refused) {
                throw refused;
            }
            throw failed;
        }
    }

    private static List<MeasureReport> copies(List<MeasureReport> reports) {
        return reports.stream().map(MeasureReport::copy).toList();
    }
}
