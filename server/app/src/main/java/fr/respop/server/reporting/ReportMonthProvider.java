package fr.respop.server.reporting;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.OperationParam;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import fr.respop.engine.ProgressListener;
import fr.respop.server.fhir.FhirOperations;
import fr.respop.server.fhir.background.BackgroundAnswers;
import fr.respop.server.fhir.evaluation.EvaluationProperties;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Group;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.MeasureReport;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** {@code Group/<id>/$report-month}: makes the reports of a month again, on the data of now. */
@Component
public class ReportMonthProvider implements FhirOperations {

    private final TargetGroups groups;
    private final MonthlyReporter reporter;
    private final BackgroundAnswers background;
    private final Clock clock;

    ReportMonthProvider(
            TargetGroups groups,
            MonthlyReporter reporter,
            BackgroundAnswers background,
            EvaluationProperties properties) {
        this.groups = groups;
        this.reporter = reporter;
        this.background = background;
        this.clock = properties.clock();
    }

    /**
     * Makes them again.
     *
     * @param id the Group
     * @param month a month that is over, such as {@code 2026-10}
     * @return a Bundle of the MeasureReports, which are kept as the next versions of those that there were; with
     *     {@code Prefer: respond-async} what {@link BackgroundAnswers#accept} answers
     */
    @Operation(name = "$report-month", type = Group.class)
    public IBaseResource reportMonth(
            @IdParam IdType id,
            @OperationParam(name = "month") @Nullable String month,
            RequestDetails request,
            HttpServletResponse response) {
        var asked = AskedMonth.of(id.getIdPart(), month);
        var group = groups.get(asked.groupId());
        var residents = reporter.residents(group, asked.month());
        if (BackgroundAnswers.arePreferred(request)) {
            return background.accept(asked.toTask(clock.instant()), request, response);
        }
        background.refuseTooMany(residents);
        var reports = reporter.make(group, asked.month(), ProgressListener.NONE);
        reporter.keep(reports, group, asked.month());
        return answer(reports);
    }

    static Bundle answer(List<MeasureReport> reports) {
        var bundle = new Bundle().setType(Bundle.BundleType.COLLECTION);
        reports.forEach(report -> bundle.addEntry().setResource(report));
        return bundle;
    }
}
