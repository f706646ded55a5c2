package fr.respop.engine;

import fr.respop.engine.content.Content;
import fr.respop.engine.report.InvalidMeasure;
import fr.respop.engine.report.ReportSum;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;

/** One evaluation of one measure on the subjects of one source. */
final class PopulationRun {

    private static final DateTimeFormatter TO_THE_MILLISECOND =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSXXX");

    private final EvaluationPlan plan;
    private final Content content;
    private final EvaluatorSettings settings;
    private final SubjectSource source;

    PopulationRun(EvaluationPlan plan, Content content, EvaluatorSettings settings, SubjectSource source) {
        this.plan = plan;
        this.content = content;
        this.settings = settings;
        this.source = source;
    }

    MeasureReport report() {
        try {
            return plan.request().reportType() == ReportType.SUBJECT ? ofOneSubject() : ofPopulation();
        } catch (InvalidMeasure invalid) {
            throw new MeasureNotEvaluable(plan.canonical(), invalid.reason(), invalid);
        }
    }

    private MeasureReport ofOneSubject() {
        var subjects = source.next(2);
        if (subjects.size() != 1 || !source.next(1).isEmpty()) {
            var found = subjects.isEmpty() ? "there is none" : "there are several";
            throw new MeasureNotEvaluable(plan.canonical(), "its report is of one subject, but " + found, null);
        }
        var sum = new ReportSum(new ChunkEvaluator(plan, content).evaluate(subjects));
        plan.request().progress().progressed(1);
        return finish(sum).setSubject(new Reference(subjects.get(0).id()));
    }

    private MeasureReport ofPopulation() {
        var feed = new SubjectFeed(source, settings.chunkSize(), plan.request().progress());
        var sum = new ReportSum(new ChunkEvaluator(plan, content).evaluate(List.of()));
        Workers.run(threads(), () -> work(feed, sum), feed::stop);
        return finish(sum);
    }

    /** A population of one chunk is not worth a second thread. */
    private int threads() {
        var isOneChunk = source.total().isPresent() && source.total().getAsLong() <= settings.chunkSize();
        return isOneChunk ? 1 : settings.threads();
    }

    private void work(SubjectFeed feed, ReportSum sum) {
        var evaluator = new ChunkEvaluator(plan, content);
        for (var chunk = feed.next(); !chunk.isEmpty(); chunk = feed.next()) {
            sum.add(evaluator.evaluate(chunk));
            feed.done(chunk.size());
        }
    }

    private MeasureReport finish(ReportSum sum) {
        var failures = sum.failures();
        if (sum.subjects() == 0 && !failures.isEmpty()) {
            throw new MeasureNotEvaluable(
                    plan.canonical(),
                    "it failed for each of " + failures.size() + " subjects, for the first with: "
                            + failures.get(0).reason(),
                    null);
        }
        var period = plan.request().period();
        return sum.finish(plan.measure())
                .setPeriod(
                        new Period().setStartElement(dateTime(period.start())).setEndElement(dateTime(period.end())))
                .setDateElement(dateTime(ZonedDateTime.now(settings.clock())));
    }

    private static DateTimeType dateTime(ZonedDateTime time) {
        return new DateTimeType(TO_THE_MILLISECOND.format(time));
    }
}
