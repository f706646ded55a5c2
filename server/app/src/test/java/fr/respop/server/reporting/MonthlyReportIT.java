package fr.respop.server.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.IInterceptorService;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import fr.respop.engine.ProgressListener;
import fr.respop.server.BackgroundRequests;
import fr.respop.server.DemonstrationTest;
import fr.respop.server.FhirHttp;
import fr.respop.server.FhirReply;
import fr.respop.server.fhir.Refusal;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Monthly reports of the demonstration territory; the job is called, not waited for. */
@DemonstrationTest
class MonthlyReportIT {

    private static final String DIABETES = "Group/aube-et-sezannais-diabetes";
    private static final String HEART_FAILURE = "Group/aube-et-sezannais-heart-failure";
    private static final String MONTHLY = "https://respop.org/fhir/CodeSystem/respop-report-tag|monthly";
    private final YearMonth last = YearMonth.now(ZoneId.of("Europe/Paris")).minusMonths(1);

    private final FhirHttp fhir;
    private final MonthlyReporter reporter;
    private final IInterceptorService hooks;
    private final BackgroundRequests requests;

    @Autowired
    MonthlyReportIT(FhirHttp fhir, MonthlyReporter reporter, IInterceptorService hooks) {
        this.fhir = fhir;
        this.reporter = reporter;
        this.hooks = hooks;
        this.requests = new BackgroundRequests(fhir);
    }

    @AfterEach
    void leaveTheServerAsItWas() {
        requests.cancelOpen();
        reports("_tag=" + MONTHLY)
                .forEach(report -> fhir.delete("MeasureReport/" + idOf(report)).hasStatus(200));
    }

    @Test
    void theLastMonthIsKeptOfEachTargetPopulationWithResidents() {
        reporter.makeMissing(ProgressListener.NONE);

        var report = only(DIABETES, "DiabetesDeployment", last);
        assertThat(report.getDate()).isToday();
        assertThat(((IntegerType) report.getExtensionByUrl(MonthlyReporter.RESIDENTS)
                                .getValue())
                        .getValue())
                .isEqualTo(3159);
        assertThat(report.getMeta().getTag()).hasSize(1);
        only(HEART_FAILURE, "HeartFailureDeployment", last);
        assertThat(reports("_tag=" + MONTHLY)).hasSize(2);
    }

    @Test
    void theReportIsTheOneOfEvaluateMeasure() {
        reporter.makeMissing(ProgressListener.NONE);

        var evaluated = fhir.get("Measure/DiabetesDeployment/$evaluate-measure?subject=" + DIABETES + "&periodStart="
                        + last + "&periodEnd=" + last)
                .hasStatus(200)
                .as(MeasureReport.class);
        var kept = only(DIABETES, "DiabetesDeployment", last);
        assertThat(kept.getGroupFirstRep().equalsDeep(evaluated.getGroupFirstRep()))
                .isTrue();
        assertThat(kept.getPeriod().equalsDeep(evaluated.getPeriod())).isTrue();
        assertThat(kept.getGroupFirstRep().getPopulationFirstRep().getCount()).isPositive();
    }

    /** As two servers on one database do, or one that starts again. */
    @Test
    void aRepeatOrASecondServerMakesNoSecondReport() {
        var second = CompletableFuture.runAsync(() -> reporter.makeMissing(ProgressListener.NONE));
        reporter.makeMissing(ProgressListener.NONE);
        second.join();
        var made = versions();

        reporter.makeMissing(ProgressListener.NONE);

        assertThat(made).hasSize(2);
        assertThat(versions()).isEqualTo(made);
    }

    @Test
    void missedMonthsAreMadeUpForAndSayThatTheirDataAreOfNow() {
        reportMonth(DIABETES, last.minusMonths(2)).hasStatus(200);

        reporter.makeMissing(ProgressListener.NONE);

        var madeUp = only(DIABETES, "DiabetesDeployment", last.minusMonths(1));
        assertThat(madeUp.getMeta().getTag(KeptReports.TAGS, "made-up-later")).isNotNull();
        assertThat(madeUp.getDate()).isToday();
        assertThat(only(DIABETES, "DiabetesDeployment", last).getMeta().getTag(KeptReports.TAGS, "made-up-later"))
                .isNull();
        assertThat(reports("subject=" + DIABETES + "&_tag=" + MONTHLY)).hasSize(3);
    }

    @Test
    void aMonthThatIsAskedForAgainBecomesTheNextVersion() {
        reporter.makeMissing(ProgressListener.NONE);
        var made = versions();

        var answer = reportMonth(DIABETES, last).hasStatus(200).as(Bundle.class);

        assertThat(answer.getEntry()).hasSize(1);
        var expected = new HashMap<>(made);
        expected.merge(idOf(answer.getEntryFirstRep().getResource()), 1, Integer::sum);
        assertThat(expected).hasSameSizeAs(made);
        assertThat(versions()).isEqualTo(expected);
    }

    @Test
    void aMonthIsMadeAgainInTheBackground() {
        var status = requests.statusOf(fhir.send(fhir.request(DIABETES + "/$report-month?month=" + last)
                .header("Prefer", "respond-async")
                .POST(BodyPublishers.noBody())));

        var answer = (Bundle) requests.result(status).getEntryFirstRep().getResource();

        assertThat(idOf(answer.getEntryFirstRep().getResource()))
                .isEqualTo(idOf(only(DIABETES, "DiabetesDeployment", last)));
        // What refers to a report keeps it.
        fhir.delete("Task/" + idOf(requests.task(status))).hasStatus(200);
    }

    @Test
    void aTargetPopulationThatFailsDoesNotHoldTheRest() {
        var refusal = new RefusingStorage(DIABETES);
        hooks.registerInterceptor(refusal);

        reporter.makeMissing(ProgressListener.NONE);

        hooks.unregisterInterceptor(refusal);
        assertThat(reports("_tag=" + MONTHLY))
                .extracting(report -> report.getSubject().getReference())
                .containsExactly(HEART_FAILURE);
        reporter.makeMissing(ProgressListener.NONE);
        only(DIABETES, "DiabetesDeployment", last);
    }

    @ParameterizedTest
    @CsvSource({
        "aube-et-sezannais-diabetes, '', 400, required, month=2026-10",
        "aube-et-sezannais-diabetes, ?month=october, 400, value, month=2026-10",
        "aube-et-sezannais-diabetes, ?month=9999-01, 422, business-rule, when it is over",
        "absent, ?month=2026-01, 404, not-found, Group/absent",
    })
    void whatCannotBeMadeIsRefused(String group, String parameters, int status, String code, String text) {
        fhir.send(fhir.request("Group/" + group + "/$report-month" + parameters).POST(BodyPublishers.noBody()))
                .isRefusal(status, IssueType.fromCode(code), text);
    }

    private Map<String, Integer> versions() {
        return reports("_tag=" + MONTHLY).stream()
                .collect(Collectors.toMap(
                        MonthlyReportIT::idOf,
                        report -> Integer.valueOf(report.getMeta().getVersionId())));
    }

    private FhirReply reportMonth(String group, YearMonth month) {
        return fhir.send(fhir.request(group + "/$report-month?month=" + month).POST(BodyPublishers.noBody()));
    }

    private MeasureReport only(String group, String measure, YearMonth month) {
        var found = reports("measure=https://respop.org/fhir/Measure/" + measure + "|0.1.0&subject=" + group
                + "&period=" + month + "&_tag=" + MONTHLY);
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private List<MeasureReport> reports(String query) {
        return fhir.get("MeasureReport?_count=100&" + query).hasStatus(200).as(Bundle.class).getEntry().stream()
                .map(entry -> (MeasureReport) entry.getResource())
                .toList();
    }

    private static String idOf(IBaseResource resource) {
        return resource.getIdElement().getIdPart();
    }

    /** Refuses the reports on one Group. */
    @Interceptor
    public record RefusingStorage(String group) {

        /** One that another test deleted is updated. */
        @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_UPDATED)
        public void refuse(IBaseResource before, IBaseResource after) {
            refuse(after);
        }

        @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_CREATED)
        public void refuse(IBaseResource resource) {
            if (resource instanceof MeasureReport report
                    && report.getSubject().getReference().equals(group)) {
                throw Refusal.of(409, IssueType.CONFLICT, "", "Written meanwhile. Try again.");
            }
        }
    }
}
