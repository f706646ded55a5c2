package fr.respop.engine;

import fr.respop.engine.cql.FailureReason;
import fr.respop.engine.report.Combination;
import fr.respop.engine.report.InvalidMeasure;
import fr.respop.engine.report.MeasureScorer;
import fr.respop.engine.report.ReportSum;
import fr.respop.engine.report.SubjectFailure;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.Period;
import org.opencds.cqf.cql.engine.execution.ExpressionResult;

/** What the subjects so far come to for one measure of a pass; each thread adds its share. */
final class MeasureSum {

    private static final DateTimeFormatter TO_THE_MILLISECOND =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSXXX");

    private final EvaluationPlan plan;
    private final ReportSum sum;

    MeasureSum(EvaluationPlan plan) {
        this.plan = plan;
        try {
            this.sum = new ReportSum(plan.measure(), plan.reportType(), FailureReason::withoutPersonalData);
        } catch (InvalidMeasure invalid) {
            throw notEvaluable(invalid);
        }
    }

    EvaluationPlan plan() {
        return plan;
    }

    /** For the subjects of one thread. */
    Share share() {
        return new Share();
    }

    /** The report of all subjects; nothing can be added afterwards. */
    MeasureReport report(Clock clock) {
        var failures = sum.failures();
        if (sum.subjects() == 0 && !failures.isEmpty()) {
            throw new MeasureNotEvaluable(
                    plan.canonical(),
                    "it failed for each of " + failures.size() + " subjects, for the first with: "
                            + failures.get(0).reason(),
                    null);
        }
        var period = plan.request().period();
        return sum.finish()
                .setPeriod(
                        new Period().setStartElement(dateTime(period.start())).setEndElement(dateTime(period.end())))
                .setDateElement(now(clock));
    }

    private MeasureNotEvaluable notEvaluable(InvalidMeasure invalid) {
        return new MeasureNotEvaluable(plan.canonical(), FailureReason.withoutPersonalData(invalid.reason()), invalid);
    }

    /** When a report is made, as reports say it. */
    static DateTimeType now(Clock clock) {
        return dateTime(ZonedDateTime.now(clock));
    }

    private static DateTimeType dateTime(ZonedDateTime time) {
        return new DateTimeType(TO_THE_MILLISECOND.format(time));
    }

    /** What one thread adds to the sum. */
    final class Share {

        private final MeasureScorer scorer = new MeasureScorer(plan.measure(), plan.reportType(), plan.results(), sum);

        EvaluationPlan plan() {
            return plan;
        }

        /** Counts a subject; answers what to count it by as long as its record is the same, where that can be said. */
        Optional<SubjectResult> add(String subject, Map<String, ExpressionResult> results) {
            return scoring(() -> scorer.add(subject, results)).map(SubjectResult::ofMember);
        }

        /** Counts so many members each who came to the same before. */
        void add(Map<Combination, Integer> known) {
            scoring(() -> known.forEach(scorer::add));
        }

        void fail(String subject, String reason) {
            sum.add(new SubjectFailure(subject, reason));
        }

        void endChunk() {
            scoring(scorer::endChunk);
        }

        void finish() {
            scoring(scorer::finish);
        }

        private void scoring(Runnable step) {
            scoring(() -> {
                step.run();
                return plan;
            });
        }

        private <T> T scoring(Supplier<T> step) {
            try {
                return step.get();
            } catch (InvalidMeasure invalid) {
                throw notEvaluable(invalid);
            }
        }
    }
}
