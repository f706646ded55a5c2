package fr.respop.server.measure;

import static fr.respop.server.BackgroundRequests.LONG;
import static fr.respop.server.BackgroundRequests.SHORT;
import static fr.respop.server.BackgroundRequests.outputs;
import static fr.respop.server.measure.BackgroundEvaluations.PYRAMID;
import static fr.respop.server.measure.BackgroundEvaluations.SLOW;
import static fr.respop.server.measure.BackgroundEvaluations.TERRITORY;
import static fr.respop.server.measure.BackgroundEvaluations.YEAR;
import static fr.respop.server.measure.BackgroundEvaluations.count;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.respop.server.BackgroundRequests;
import fr.respop.server.DemonstrationTest;
import fr.respop.server.FhirHttp;
import java.net.http.HttpRequest.BodyPublishers;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** From a request for a background evaluation to its report, or to its end without one. */
@DemonstrationTest
class EvaluateAsyncIT {

    private final FhirHttp fhir;
    private final BackgroundRequests evaluations;

    @Autowired
    EvaluateAsyncIT(FhirHttp fhir) {
        this.fhir = fhir;
        this.evaluations = new BackgroundRequests(fhir);
    }

    @BeforeEach
    void storeASlowMeasure() {
        BackgroundEvaluations.storeSlowMeasure(fhir);
    }

    /** One evaluation at a time is carried out: the next test does not wait for those of this one. */
    @AfterEach
    void cancelWhatIsOpen() {
        evaluations.cancelOpen();
    }

    @Test
    void isAcceptedThenProgressesThenAnswersTheReport() {
        var reply = evaluations.async(SLOW).hasStatus(202);
        var status = reply.header("Content-Location").orElseThrow();
        assertThat(reply.as(OperationOutcome.class).getIssueFirstRep().getSeverity())
                .isEqualTo(OperationOutcome.IssueSeverity.INFORMATION);

        await().atMost(LONG).pollInterval(SHORT).untilAsserted(() -> {
            var open = fhir.get(status).hasStatus(202);
            assertThat(open.header("X-Progress").orElseThrow())
                    .matches("[1-9]\\d? % \\([1-9]\\d* of 3159 residents\\)");
            assertThat(open.header("Retry-After")).isPresent();
        });

        var entry = evaluations.result(status).getEntryFirstRep();
        assertThat(entry.getResponse().getStatus()).isEqualTo("200 OK");
        assertThat(count((MeasureReport) entry.getResource())).isEqualTo(3159);
        var stored = fhir.get(entry.getResponse().getLocation()).hasStatus(200).as(MeasureReport.class);
        assertThat(count(stored)).isEqualTo(3159);
        var task = evaluations.task(status);
        assertThat(task.getStatus()).isEqualTo(TaskStatus.COMPLETED);
        assertThat(outputs(task, "measure-report"))
                .containsExactly("MeasureReport/" + stored.getIdElement().getIdPart());
    }

    @Test
    void theReportIsTheOneOfASynchronousRequest() {
        var report = (MeasureReport) evaluations
                .result(evaluations.accept(PYRAMID))
                .getEntryFirstRep()
                .getResource();

        var synchronous = fhir.get(PYRAMID).hasStatus(200).as(MeasureReport.class);
        assertThat(report.getGroupFirstRep().equalsDeep(synchronous.getGroupFirstRep()))
                .isTrue();
        assertThat(report.getSubject().getReference()).isEqualTo("Group/aube-et-sezannais-diabetes");
        assertThat(count(report)).isEqualTo(886);
    }

    @Test
    void takesParametersByPostAndTheCanonicalAtTypeLevel() {
        var reply = fhir.send(fhir.request("Measure/$evaluate-measure")
                .header("Prefer", "respond-async")
                .header("Content-Type", "application/fhir+json")
                .POST(BodyPublishers.ofString("""
                        {"resourceType":"Parameters","parameter":[
                          {"name":"measure","valueString":"https://respop.org/fhir/Measure/DiabetesPyramid"},
                          {"name":"subject","valueString":"Patient/aube-et-sezannais-000187"},
                          {"name":"periodStart","valueDate":"2025-01-01"},
                          {"name":"periodEnd","valueDate":"2025-12-31"}]}""")));

        var report = (MeasureReport) evaluations
                .result(evaluations.statusOf(reply))
                .getEntryFirstRep()
                .getResource();
        assertThat(count(report)).isEqualTo(1);
        assertThat(report.getEvaluatedResource()).isNotEmpty();
    }

    @Test
    void severalMeasuresAnswerAsTheOperationDoes() {
        var status = evaluations.accept("Measure/$evaluate?measureId=DiabetesPyramid&measureId=DiabetesHbA1cFollowUp&"
                + TERRITORY + "&" + YEAR);

        var answer = (Parameters) evaluations.result(status).getEntryFirstRep().getResource();
        var reports = ((Bundle) answer.getParameter("return").getResource()).getEntry();
        assertThat(reports)
                .extracting(entry -> count((MeasureReport) entry.getResource()))
                .containsExactly(886, 886);
        assertThat(reports)
                .allSatisfy(entry -> fhir.get("MeasureReport/"
                                + entry.getResource().getIdElement().getIdPart())
                        .hasStatus(200));
        assertThat(outputs(evaluations.task(status), "measure-report")).hasSize(2);
    }

    @Test
    void moreResidentsThanAClientMayWaitForAreEvaluatedInTheBackgroundOnly() {
        fhir.put("Patient/one-more", """
                        {"resourceType":"Patient","id":"one-more","address":[
                          {"use":"home","postalCode":"10000","country":"FRA"}]}""").isStored();
        try {
            fhir.get("Measure/DiabetesPyramid/$evaluate-measure?" + YEAR)
                    .isRefusal(422, IssueType.TOOCOSTLY, "3160 residents", "3159", "Prefer: respond-async");
            fhir.get("Measure/DiabetesPyramid/$evaluate-measure?subject=Patient/one-more&" + YEAR)
                    .hasStatus(200);

            var report = evaluations
                    .result(evaluations.accept("Measure/DiabetesPyramid/$evaluate-measure?" + YEAR))
                    .getEntryFirstRep()
                    .getResource();
            assertThat(count((MeasureReport) report)).isEqualTo(886);
        } finally {
            fhir.delete("Patient/one-more").hasStatus(200);
        }
    }

    @Test
    void whatCanBeRefusedAtOnceIsRefusedAndNothingIsStored() {
        CohortMeasure.store(fhir, "Uncompilable", "define \"Everybody\": Nonsense");
        var before = evaluations.tasks();

        evaluations
                .async("Measure/Absent/$evaluate-measure?" + YEAR)
                .isRefusal(404, IssueType.NOTFOUND, "Measure/Absent");
        evaluations
                .async("Measure/$evaluate?measureId=Absent&" + YEAR)
                .isRefusal(404, IssueType.NOTFOUND, "Measure/Absent");
        evaluations
                .async("Measure/DiabetesPyramid/$evaluate-measure?periodStart=2025-01-01")
                .isRefusal(400, IssueType.VALUE, "periodEnd");
        evaluations
                .async("Measure/DiabetesPyramid/$evaluate-measure?subject=Group/absent&" + YEAR)
                .isRefusal(404, IssueType.NOTFOUND, "Group/absent");
        evaluations
                .async("Measure/DiabetesPyramid/$evaluate-measure?subject=Patient/absent&" + YEAR)
                .isRefusal(404, IssueType.NOTFOUND, "Patient/absent");
        evaluations
                .async("Measure/Uncompilable/$evaluate-measure?" + YEAR)
                .isRefusal(422, IssueType.INVALID, "Uncompilable");

        assertThat(evaluations.tasks()).isEqualTo(before);
    }

    @Test
    void cancellingStopsTheEvaluationAndStoresNothing() {
        var status = evaluations.accept(SLOW);
        evaluations.awaitProgress(status);

        fhir.delete(status).hasStatus(202);

        fhir.get(status).isRefusal(404, IssueType.NOTFOUND, "cancelled");
        fhir.delete(status).isRefusal(404, IssueType.NOTFOUND);
        evaluations.result(evaluations.accept(
                "Measure/DiabetesPyramid/$evaluate-measure?subject=Group/haute-saone-diabetes&" + YEAR));
        assertThat(evaluations.task(status).getStatus()).isEqualTo(TaskStatus.CANCELLED);
        assertThat(outputs(evaluations.task(status), "measure-report")).isEmpty();
        assertThat(evaluations.lastProgress(status)).isLessThan(3159);
    }

    @Test
    void aFinishedEvaluationCannotBeCancelled() {
        var status = evaluations.accept(
                "Measure/DiabetesPyramid/$evaluate-measure?subject=Group/haute-saone-diabetes&" + YEAR);
        evaluations.result(status);

        fhir.delete(status).isRefusal(404, IssueType.NOTFOUND, "MeasureReports");
        fhir.get(status).hasStatus(200);
    }

    @Test
    void anEvaluationThatIsNotThereIsNotFound() {
        fhir.get("Task/absent/$async-status").isRefusal(404, IssueType.NOTFOUND, "Task/absent");
        fhir.get("Task/respop-demonstration/$async-status").isRefusal(404, IssueType.NOTFOUND);
    }

    @Test
    void aReportThatWasDeletedIsGone() {
        var status = evaluations.accept(
                "Measure/DiabetesPyramid/$evaluate-measure?subject=Group/haute-saone-diabetes&" + YEAR);
        evaluations.result(status);
        var task = evaluations.task(status);
        var report = outputs(task, "measure-report").get(0);
        // As long as the Task refers to it, it stays.
        task.getOutput().clear();
        evaluations.stored(task);

        fhir.delete(report).hasStatus(200);

        fhir.get(status).isRefusal(410, IssueType.DELETED, "Ask for the evaluation again");
    }
}
