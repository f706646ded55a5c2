package fr.respop.server.measure;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import fr.respop.engine.MeasureEvaluation;
import fr.respop.engine.MeasurementPeriod;
import fr.respop.engine.PopulationEvaluator;
import fr.respop.engine.RememberingRecord;
import fr.respop.engine.ReportType;
import fr.respop.engine.SubjectRecord;
import fr.respop.engine.SubjectSource;
import fr.respop.server.FhirHttp;
import fr.respop.server.ServerTest;
import fr.respop.server.fhir.evaluation.CurrentContent;
import fr.respop.server.fhir.evaluation.EvaluationProperties;
import fr.respop.server.fhir.evaluation.Population;
import fr.respop.server.fhir.evaluation.Populations;
import fr.respop.server.fhir.evaluation.Residents;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Measure;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.Parameters;
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

    private static boolean isStored;

    private final FhirHttp fhir;
    private final CurrentContent content;
    private final Residents residents;
    private final Populations populations;
    private final EvaluationProperties properties;

    @Autowired
    EvaluateAgainIT(
            FhirHttp fhir,
            CurrentContent content,
            Residents residents,
            Populations populations,
            EvaluationProperties properties) {
        this.fhir = fhir;
        this.content = content;
        this.residents = residents;
        this.populations = populations;
        this.properties = properties;
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
            assertThat(evaluate()).as("round %d", round).isEqualTo(evaluateEveryRecord());
            assertThat(unknown()).isEmpty();
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
            assertThat(evaluate()).isEqualTo(evaluateEveryRecord());
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

    /** What the server answers, without the time and the subject. */
    private List<String> evaluate() {
        var answer = fhir.get(REQUEST).hasStatus(200).as(Parameters.class);
        return ((Bundle) answer.getParameter("return").getResource())
                .getEntry().stream()
                        .map(entry -> described((MeasureReport) entry.getResource()))
                        .toList();
    }

    private List<String> evaluateEveryRecord() {
        var evaluator = evaluator();
        var evaluations = evaluations();
        var selection = population().residents();
        try (var source = residents.stream(selection, evaluator.dataTypes(evaluations))) {
            return evaluator.evaluate(evaluations, source).stream()
                    .map(EvaluateAgainIT::described)
                    .toList();
        }
    }

    /** Whose record the next evaluation will read. */
    private Set<String> unknown() {
        var evaluator = evaluator();
        var evaluations = evaluations();
        var keys = evaluator.resultKeys(evaluations).stream()
                .map(Optional::orElseThrow)
                .toList();
        var unknown = new HashSet<String>();
        try (var source = residents.stream(population().residents(), evaluator.dataTypes(evaluations), keys)) {
            for (var chunk = next(source); !chunk.isEmpty(); chunk = next(source)) {
                chunk.stream()
                        .filter(resident -> resident instanceof RememberingRecord remembering
                                && remembering.known().isEmpty())
                        .forEach(resident -> unknown.add(resident.id()));
            }
        }
        return unknown;
    }

    private List<SubjectRecord> next(SubjectSource source) {
        return new ArrayList<>(source.next(properties.chunkSize()));
    }

    private Population population() {
        return populations.of(List.of(new IdType("Group", GROUP)), ZonedDateTime.now(properties.clock()));
    }

    private PopulationEvaluator evaluator() {
        return new PopulationEvaluator(content.get(), properties.evaluatorSettings());
    }

    private List<MeasureEvaluation> evaluations() {
        var period = MeasurementPeriod.of("2025-01-01", "2025-12-31", properties.timeZone());
        var membership = population().membership().orElseThrow();
        return MEASURES.stream()
                .map(id -> content.get().measure("https://respop.org/fhir/Measure/" + id))
                .map(measure -> MeasureEvaluation.of(measure, period, ReportType.POPULATION)
                        .ofMembers(membership))
                .toList();
    }

    private static String described(MeasureReport report) {
        var copy = report.copy();
        copy.setDate(null).setSubject(null);
        return FhirContext.forR4Cached().newJsonParser().encodeResourceToString(copy);
    }
}
