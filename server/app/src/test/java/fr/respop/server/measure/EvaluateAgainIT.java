package fr.respop.server.measure;

import static org.assertj.core.api.Assertions.assertThat;

import fr.respop.server.FhirHttp;
import fr.respop.server.ServerTest;
import fr.respop.server.fhir.evaluation.CurrentContent;
import fr.respop.server.fhir.evaluation.EvaluationProperties;
import fr.respop.server.fhir.evaluation.Populations;
import fr.respop.server.fhir.evaluation.Residents;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Measure;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.RiskAssessment;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** An evaluation that knows the results of the last one says what one that reads every record says. */
@ServerTest
class EvaluateAgainIT {

    private static final List<String> MEASURES =
            List.of("DiabetesPyramid", "HeartFailurePyramid", "DiabetesHbA1cFollowUp", "DiabetesLabPanelFollowUp");
    private static final String GROUP = "changing-diabetes";
    private static final String REQUEST = "Measure/$evaluate?subject=Group/" + GROUP
            + "&periodStart=2025-01-01&periodEnd=2025-12-31&measureId=" + String.join("&measureId=", MEASURES);

    private static final ChangingResidents RESIDENTS = new ChangingResidents();

    private static final int CHUNKS_A_PAGE = 4;

    private static boolean isStored;

    private final FhirHttp fhir;
    private final EvaluationProperties properties;
    private final InProcessEvaluation inProcess;

    @Autowired
    EvaluateAgainIT(
            FhirHttp fhir,
            CurrentContent content,
            Residents residents,
            Populations populations,
            EvaluationProperties properties) {
        this.fhir = fhir;
        this.properties = properties;
        this.inProcess = new InProcessEvaluation(GROUP, MEASURES, content, residents, populations, properties);
    }

    @BeforeEach
    void store() {
        if (!isStored) {
            ChangingResidents.population()
                    .forEach(resource -> fhir.put(
                                    resource.fhirType() + "/"
                                            + resource.getIdElement().getIdPart(),
                                    resource)
                            .isStored());
            fhir.post("", ChangingResidents.residents()).hasStatus(200);
            isStored = true;
        }
        ChangingResidents.moveHere(fhir);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void saysTheSameAfterAnyWrites(int seed) {
        var random = new Random(seed);
        evaluate();
        for (int round = 0; round < 5; round++) {
            var written = new HashSet<String>();
            for (int write = 0; write <= random.nextInt(6); write++) {
                written.addAll(RESIDENTS.write(fhir, random));
            }

            assertThat(unknown()).as("round %d: whose record is read", round).isSubsetOf(written);
            assertThat(evaluate()).as("round %d", round).isEqualTo(inProcess.everyRecord());
            assertThat(unknown()).isEmpty();
        }
    }

    /** Pages of which some stay as they are, some change, some lose residents or get them back. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 250})
    void saysTheSameWithPagesOfAnySize(int chunkSize) {
        var paged = inProcess.apart();
        var random = new Random(chunkSize);
        assertThat(paged.remembering(chunkSize)).isEqualTo(paged.everyRecord());
        for (int round = 0; round < 4; round++) {
            var written = new HashSet<String>();
            for (int write = 0; write < 12; write++) {
                written.addAll(RESIDENTS.write(fhir, random));
            }

            assertThat(paged.remembering(chunkSize)).as("round %d", round).isEqualTo(paged.everyRecord());
            // Who comes or leaves may shift the end of the last page.
            assertThat(paged.read()).hasSizeLessThanOrEqualTo(written.size() + CHUNKS_A_PAGE * chunkSize);
            assertThat(paged.unknown(chunkSize)).isEmpty();
        }
    }

    @Test
    void wholePagesMayEmptyAndFillAgain() {
        var paged = inProcess.apart();
        paged.remembering(2);

        ChangingResidents.move(fhir, IntStream.range(5, 25), false);
        assertThat(paged.remembering(2)).isEqualTo(paged.everyRecord());
        assertThat(paged.read()).as("of those who stayed").hasSizeLessThanOrEqualTo(2 * CHUNKS_A_PAGE);
        ChangingResidents.move(fhir, IntStream.range(5, 25), true);

        assertThat(paged.remembering(2)).isEqualTo(paged.everyRecord());
        assertThat(paged.read()).as("those who came back").hasSizeBetween(20, 20 + 2 * CHUNKS_A_PAGE);
    }

    /** Another setting finds the pages of the one before. */
    @Test
    void thePagesMayGetAnotherSize() {
        var paged = inProcess.apart();
        for (int chunkSize : List.of(2, 250, 1, 2, 3)) {
            RESIDENTS.write(fhir, new Random(chunkSize));

            assertThat(paged.remembering(chunkSize))
                    .as("chunks of %d", chunkSize)
                    .isEqualTo(paged.everyRecord());
        }
    }

    @Test
    void readsEveryRecordWhenTheContentChanged() {
        evaluate();
        var measure = fhir.get("Measure/DiabetesPyramid").hasStatus(200).as(Measure.class);

        fhir.put("Measure/DiabetesPyramid", measure.copy().setPurpose("Counted again"))
                .isStored();
        try {
            assertThat(unknown()).hasSizeGreaterThan(30);
            assertThat(evaluate()).isEqualTo(inProcess.everyRecord());
        } finally {
            fhir.put("Measure/DiabetesPyramid", measure).isStored();
        }
    }

    @Test
    void aWriteThatIsRefusedChangesNothing() {
        evaluate();

        fhir.post("", ChangingResidents.refusedTransaction()).hasStatus(400);

        assertThat(unknown()).isEmpty();
    }

    @Test
    void aReportThatListsResidentsReadsEveryRecord() {
        evaluate();

        var report =
                fhir.get(REQUEST + "&reportType=subject-list").hasStatus(200).as(Parameters.class);

        assertThat(((MeasureReport) ((Bundle) report.getParameter("return").getResource())
                                .getEntryFirstRep()
                                .getResource())
                        .getType())
                .isEqualTo(MeasureReport.MeasureReportType.SUBJECTLIST);
    }

    /** Which drugs there are belongs to no record: nobody notices when that changes. */
    @Test
    void measuresThatReadEveryRecordDoNotMakeTheOthersDoSo() {
        CohortMeasure.store(fhir, "LooksElsewhere", "define \"Everybody\": not exists [Medication]");
        evaluate();
        var random = new Random(4);
        do {
            // Some writes are of nobody.
            RESIDENTS.write(fhir, random);
        } while (unknown().isEmpty());

        var reports = evaluate(REQUEST.replace(
                "&measureId=HeartFailurePyramid", "&measureId=LooksElsewhere&measureId=HeartFailurePyramid"));

        assertThat(reports).hasSize(MEASURES.size() + 1).containsAll(inProcess.everyRecord());
        assertThat(unknown()).isEmpty();
    }

    /** A proposal is made by the server itself: it makes nobody's stratum due, but counts for the deployment. */
    @Test
    void noticesWhatTheServerItselfMakesOfARecord() throws InterruptedException {
        var deployment = inProcess.of("DiabetesDeployment", "DiabetesPyramid");
        var proposal = awaitProposal();
        assertThat(deployment.remembering(7)).hasSize(2);

        fhir.delete(proposal.getId()).hasStatus(200);

        assertThat(deployment.unknown(7)).contains(proposal.getSubject().getReference());
        for (int attempt = 0; attempt < 20 && !deployment.unknown(7).isEmpty(); attempt++) {
            // The server may be making further proposals at the same time.
            Thread.sleep(200);
            deployment.remembering(7);
        }
        assertThat(deployment.unknown(7)).isEmpty();
    }

    private RiskAssessment awaitProposal() throws InterruptedException {
        for (int attempt = 0; attempt < 100; attempt++) {
            var found = fhir.get("RiskAssessment?subject=" + ChangingResidents.references())
                    .as(Bundle.class);
            if (found.hasEntry()) {
                return (RiskAssessment) found.getEntryFirstRep().getResource();
            }
            // The server makes proposals some time after a write.
            Thread.sleep(200);
        }
        throw new AssertionError("No resident got a proposal");
    }

    /** What the server answers, without the time and the subject. */
    private List<String> evaluate() {
        return evaluate(REQUEST);
    }

    private List<String> evaluate(String request) {
        var answer = fhir.get(request).hasStatus(200).as(Parameters.class);
        return ((Bundle) answer.getParameter("return").getResource())
                .getEntry().stream()
                        .map(entry -> InProcessEvaluation.described((MeasureReport) entry.getResource()))
                        .toList();
    }

    /** Whose record the next evaluation will read. */
    private Set<String> unknown() {
        return inProcess.unknown(properties.chunkSize());
    }
}
