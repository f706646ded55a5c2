package fr.respop.engine;

import fr.respop.engine.content.Content;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.Reference;

/** One pass over the subjects of one source, for one measure or several. */
final class PopulationRun {

    private final List<MeasureSum> sums;
    private final Content content;
    private final EvaluatorSettings settings;
    private final SubjectSource source;
    private final Set<ProgressListener> listeners;

    PopulationRun(List<EvaluationPlan> plans, Content content, EvaluatorSettings settings, SubjectSource source) {
        this.sums = plans.stream().map(MeasureSum::new).toList();
        this.content = content;
        this.settings = settings;
        this.source = source;
        this.listeners = plans.stream().map(plan -> plan.request().progress()).collect(Collectors.toUnmodifiableSet());
    }

    List<MeasureReport> reports() {
        var isOfOneSubject = sums.stream().anyMatch(sum -> sum.plan().request().reportType() == ReportType.SUBJECT);
        return isOfOneSubject ? ofOneSubject() : ofPopulation();
    }

    private List<MeasureReport> ofOneSubject() {
        var subjects = source.next(2).records();
        if (subjects.size() != 1 || !source.next(1).isEmpty()) {
            var found = subjects.isEmpty() ? "there is none" : "there are several";
            var canonical = sums.get(0).plan().canonical();
            throw new MeasureNotEvaluable(canonical, "its report is of one subject, but " + found, null);
        }
        var evaluator = new ChunkEvaluator(sums, content, settings.timeLimit());
        evaluator.evaluate(SubjectChunk.of(subjects));
        evaluator.finish();
        progressed(1);
        var subject = subjects.get(0).id();
        var reports = finish();
        reports.forEach(report -> report.setSubject(new Reference(subject)));
        return reports;
    }

    private List<MeasureReport> ofPopulation() {
        var feed = new SubjectFeed(source, settings.chunkSize(), this::progressed);
        Workers.run(threads(), () -> work(feed), feed::stop);
        return finish();
    }

    /** A population of one chunk is not worth a second thread. */
    private int threads() {
        var isOneChunk = source.total().isPresent() && source.total().getAsLong() <= settings.chunkSize();
        return isOneChunk ? 1 : settings.threads();
    }

    private void work(SubjectFeed feed) {
        var evaluator = new ChunkEvaluator(sums, content, settings.timeLimit());
        for (var chunk = feed.next(); !chunk.isEmpty(); chunk = feed.next()) {
            evaluator.evaluate(chunk);
            feed.done(chunk.subjects());
        }
        evaluator.finish();
    }

    private void progressed(long subjectsDone) {
        listeners.forEach(listener -> listener.progressed(subjectsDone));
    }

    private List<MeasureReport> finish() {
        return sums.stream().map(sum -> sum.report(settings.clock())).toList();
    }
}
