package fr.respop.server.reporting;

import fr.respop.engine.ProgressListener;
import fr.respop.server.fhir.Refusal;
import fr.respop.server.fhir.border.Border;
import fr.respop.server.fhir.evaluation.EvaluationProperties;
import fr.respop.server.fhir.evaluation.GroupEvaluation;
import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Measure;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.support.CronExpression;
import org.springframework.stereotype.Component;

/** Makes the monthly reports of target populations; a territory in which nobody is known has none. */
@Component
class MonthlyReporter {

    /** How many residents the territory had on the server when the report was made. */
    static final String RESIDENTS = "https://respop.org/fhir/StructureDefinition/respop-territory-residents";

    private static final Logger LOG = LoggerFactory.getLogger(MonthlyReporter.class);

    private final TargetGroups groups;
    private final ReportedMeasures measures;
    private final GroupEvaluation evaluation;
    private final KeptReports kept;
    private final ReportingCalendar calendar;
    private final Clock clock;

    MonthlyReporter(
            TargetGroups groups,
            ReportedMeasures measures,
            GroupEvaluation evaluation,
            KeptReports kept,
            ReportingProperties properties,
            EvaluationProperties evaluationProperties) {
        this.groups = groups;
        this.measures = measures;
        this.evaluation = evaluation;
        this.kept = kept;
        this.calendar = new ReportingCalendar(CronExpression.parse(properties.cron()), evaluationProperties.timeZone());
        this.clock = evaluationProperties.clock();
    }

    ReportingCalendar calendar() {
        return calendar;
    }

    /**
     * Makes the reports that are due and missing. A Group that fails does not hold the rest; it is tried again the next
     * time.
     *
     * @param progress what it throws ends the work
     */
    void makeMissing(ProgressListener progress) {
        for (var group : groups.all()) {
            try {
                makeMissing(group, progress);
            } catch (CancellationException stopped) {
                throw stopped;
            } catch (RuntimeException failure) {
                LOG.warn(
                        "The monthly reports of Group/{} were not made and will be tried again: {}",
                        group.id(),
                        Border.explain(failure).getMessage());
            }
        }
    }

    private void makeMissing(TargetGroup group, ProgressListener progress) {
        var lastDue = calendar.lastDue(clock.instant());
        var existing = kept.of(group.id());
        var missing = new TreeMap<YearMonth, List<Measure>>();
        for (var measure : measures.of(group.programme())) {
            calendar.missing(kept.months(existing, measure), lastDue)
                    .forEach(month -> missing.computeIfAbsent(month, none -> new ArrayList<>())
                            .add(measure));
        }
        missing.forEach((month, asked) -> {
            var reports = make(group, month, asked, progress);
            reports.forEach(report -> kept.keep(report, group.id(), month, false));
        });
    }

    /**
     * How many residents {@link #make} looks at.
     *
     * @throws Refusal 422 if the month is not over, or the content marks no measure of the programme
     */
    long residents(TargetGroup group, YearMonth month) {
        return evaluation.residents(measures(group, month), group.id(), calendar.period(month));
    }

    /**
     * Makes the reports of a month now, whether or not there are any.
     *
     * @return what {@link #keep} keeps
     * @throws Refusal 422 if the month is not over, or the content marks no measure of the programme
     */
    List<MeasureReport> make(TargetGroup group, YearMonth month, ProgressListener progress) {
        return make(group, month, measures(group, month), progress);
    }

    private List<Measure> measures(TargetGroup group, YearMonth month) {
        if (!month.isBefore(calendar.month(clock.instant()))) {
            throw Refusal.unprocessable(
                    IssueType.BUSINESSRULE, "month", "A month has reports when it is over: name an earlier one.");
        }
        var found = measures.of(group.programme());
        if (found.isEmpty()) {
            throw Refusal.unprocessable(
                    IssueType.NOTSUPPORTED,
                    "Group.characteristic",
                    "No measure of the programme " + group.programme().code()
                            + " is marked for monthly reports: give it the topic " + ReportedMeasures.TOPIC + ".");
        }
        return found;
    }

    /** Keeps reports of a month; each becomes the next version of the one that there is. */
    void keep(List<MeasureReport> reports, TargetGroup group, YearMonth month) {
        reports.forEach(report -> kept.keep(report, group.id(), month, true));
    }

    private List<MeasureReport> make(
            TargetGroup group, YearMonth month, List<Measure> asked, ProgressListener progress) {
        var result = evaluation.evaluate(asked, group.id(), calendar.period(month), progress);
        for (var report : result.reports()) {
            report.addExtension(RESIDENTS, new IntegerType(result.residents()));
            report.getMeta().addTag(KeptReports.tag(KeptReports.MONTHLY));
            if (calendar.isLate(month, clock.instant())) {
                report.getMeta().addTag(KeptReports.tag(KeptReports.MADE_UP_LATER));
            }
        }
        return result.residents() == 0 ? List.of() : result.reports();
    }
}
