package fr.respop.server.caregaps;

import static org.assertj.core.api.Assertions.assertThat;

import fr.respop.server.DemonstrationTest;
import fr.respop.server.FhirHttp;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Composition;
import org.hl7.fhir.r4.model.DetectedIssue;
import org.hl7.fhir.r4.model.Element;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.MeasureReport.MeasureReportGroupComponent;
import org.hl7.fhir.r4.model.MeasureReport.StratifierGroupComponent;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@DemonstrationTest
class CareGapsIT {

    private static final String RESIDENT = "subject=Patient/aube-et-sezannais-000187";
    private static final String DEQM = "http://hl7.org/fhir/uv/deqm/StructureDefinition/";
    private static final String YEAR = "periodStart=2025-01-01&periodEnd=2025-12-31";

    private final FhirHttp fhir;

    @Autowired
    CareGapsIT(FhirHttp fhir) {
        this.fhir = fhir;
    }

    @Test
    void reportsEveryFollowUpItemOfTheResidentsPopulationsOnce() {
        var document = document("Measure/$care-gaps?" + RESIDENT + "&" + YEAR);

        assertThat(document.getType()).isEqualTo(Bundle.BundleType.DOCUMENT);
        assertThat(document.getEntryFirstRep().getResource()).isInstanceOf(Composition.class);
        assertThat(all(document, DetectedIssue.class)).hasSameSizeAs(all(document, MeasureReport.class));
        assertThat(all(document, MeasureReport.class))
                .allSatisfy(
                        report -> assertThat(report.getType()).isEqualTo(MeasureReport.MeasureReportType.INDIVIDUAL))
                .extracting(MeasureReport::getMeasure)
                .doesNotHaveDuplicates()
                .contains(
                        "https://respop.org/fhir/Measure/DiabetesHbA1cFollowUp|0.1.0",
                        "https://respop.org/fhir/Measure/DiabetesDentalFollowUp|0.1.0");
    }

    @Test
    void asksNobodyForTheItemsOfAPopulationThatIsNotTheirs() {
        fhir.put("Patient/care-gaps-unconcerned", """
                {"resourceType":"Patient","id":"care-gaps-unconcerned","gender":"male","birthDate":"2000-01-01"}""").isStored();
        try {
            var request = "Measure/$care-gaps?subject=Patient/care-gaps-unconcerned&" + YEAR;

            assertThat(all(document(request), DetectedIssue.class)).isEmpty();
            assertThat(all(document(request + "&measureId=DiabetesHbA1cFollowUp"), DetectedIssue.class))
                    .extracting(CareGapsIT::status)
                    .containsExactly("not-applicable");
        } finally {
            fhir.delete("Patient/care-gaps-unconcerned").hasStatus(200);
        }
    }

    @Test
    void whereThePathwayPrintsARangeTheRecommendedDayComesFirst() {
        var visit = all(
                        document("Measure/$care-gaps?measureId=DiabetesGpVisitFollowUp&" + RESIDENT + "&" + YEAR),
                        DetectedIssue.class)
                .get(0);

        assertThat(day(visit, "respop-recommended-due")).isLessThanOrEqualTo(day(visit, "respop-due"));
    }

    @Test
    void theStatusAgreesWithTheNumeratorOfTheMeasure() {
        var document = document("Measure/$care-gaps?" + RESIDENT + "&" + YEAR);
        var reports = new TreeMap<String, MeasureReport>();
        document.getEntry().stream()
                .filter(entry -> entry.getResource() instanceof MeasureReport)
                .forEach(entry -> reports.put(entry.getFullUrl(), (MeasureReport) entry.getResource()));

        assertThat(all(document, DetectedIssue.class)).allSatisfy(issue -> {
            var report = Objects.requireNonNull(
                    reports.get(issue.getEvidenceFirstRep().getDetailFirstRep().getReference()));
            var isDone = List.of("closed-gap", "prospective-gap").contains(status(issue));
            assertThat(population(report, "numerator")).isEqualTo(isDone ? 1 : 0);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"000001", "001462", "000712", "000187", "000012"})
    void aReportSaysWhatTheMeasureSaysWhenItIsEvaluatedAlone(String resident) {
        var question = "subject=Patient/aube-et-sezannais-" + resident + "&" + YEAR;

        assertThat(all(document("Measure/$care-gaps?" + question), MeasureReport.class))
                .isNotEmpty()
                .allSatisfy(report -> {
                    var id = report.getMeasure().replaceFirst(".*/", "").replaceFirst("\\|.*", "");
                    var alone = fhir.get("Measure/" + id + "/$evaluate-measure?" + question)
                            .hasStatus(200)
                            .as(MeasureReport.class);
                    assertThat(counts(report)).isEqualTo(counts(alone));
                });
    }

    /** Where the resident counts: in which populations, and in those of which strata. */
    private static List<String> counts(MeasureReport report) {
        return report.getGroup().stream()
                .flatMap(group -> Stream.concat(
                        group.getPopulation().stream()
                                .map(population -> code(population.getCode()) + " " + population.getCount()),
                        group.getStratifier().stream()
                                .flatMap(stratifier -> stratifier.getStratum().stream())
                                .flatMap(stratum -> stratum.getPopulation().stream()
                                        .map(population -> stratum.getValue().getText() + " "
                                                + code(population.getCode()) + " " + population.getCount()))))
                .toList();
    }

    private static String code(CodeableConcept concept) {
        return concept.getCodingFirstRep().getCode();
    }

    @Test
    void whatWasNeverDoneIsOpenAndWithoutADay() {
        var monofilament = all(
                        document("Measure/$care-gaps?measureId=DiabetesMonofilamentFollowUp&" + RESIDENT + "&" + YEAR),
                        DetectedIssue.class)
                .get(0);

        assertThat(status(monofilament)).isEqualTo("open-gap");
        assertThat(monofilament.getExtensionByUrl("https://respop.org/fhir/StructureDefinition/respop-last-done"))
                .isNull();
        assertThat(monofilament.getExtensionByUrl("https://respop.org/fhir/StructureDefinition/respop-due"))
                .isNotNull();
    }

    @Test
    void theDocumentHasWhatDeqmsProfilesAskFor() {
        var document = document("Measure/$care-gaps?" + RESIDENT + "&" + YEAR);
        var composition = (Composition) document.getEntryFirstRep().getResource();
        var author = composition.getAuthorFirstRep().getReference();

        assertThat(document.getIdentifier().getSystem()).isNotEmpty();
        assertThat(document.getIdentifier().getValue()).isNotEmpty();
        assertThat(document.hasTimestamp()).isTrue();
        assertThat(document.getMeta().hasProfile(DEQM + "deqm-gapsincarebundle"))
                .isTrue();
        assertThat(composition.getMeta().hasProfile(DEQM + "deqm-gapsincarecomposition"))
                .isTrue();
        assertThat(composition.getCustodian().getReference()).isEqualTo(author);
        assertThat(document.getEntry())
                .extracting(Bundle.BundleEntryComponent::getFullUrl)
                .contains(author);
        assertThat(composition.getSection()).isNotEmpty().allSatisfy(section -> {
            assertThat(section.hasFocus()).isTrue();
            assertThat(section.getEntry()).hasSize(1);
        });
        assertThat(all(document, MeasureReport.class)).allSatisfy(report -> {
            assertThat(report.getMeta().hasProfile(DEQM + "deqm-individualmeasurereport"))
                    .isTrue();
            assertThat(report.getReporter().getReference()).isEqualTo(author);
            assertThat(report.hasExtension(DEQM + "deqm-measureScoring")).isTrue();
            assertThat(report.getImprovementNotation().getCodingFirstRep().getCode())
                    .isEqualTo("increase");
            assertThat(report.getGroup()).allSatisfy(CareGapsIT::isLinked);
        });
    }

    @Test
    void aReportNamesWhatTheGapRestsOnAndNothingElse() {
        var document = document("Measure/$care-gaps?" + RESIDENT + "&" + YEAR);
        var patient = document.getEntry().stream()
                .filter(entry -> entry.getResource() instanceof Patient)
                .map(Bundle.BundleEntryComponent::getFullUrl)
                .findFirst()
                .orElseThrow();

        var hba1c = document("Measure/$care-gaps?measureId=DiabetesHbA1cFollowUp&" + RESIDENT + "&" + YEAR);
        var lastDone = day(all(hba1c, DetectedIssue.class).get(0), "respop-last-done");

        assertThat(evaluated(document, "DiabetesHbA1cFollowUp"))
                .startsWith(patient)
                .hasSizeGreaterThan(1);
        assertThat(evaluated(document, "DiabetesHbA1cFollowUp").stream().skip(1))
                .allSatisfy(event -> assertThat(fhir.get(event)
                                .as(Observation.class)
                                .getEffectiveDateTimeType()
                                .getValueAsString())
                        .startsWith(lastDone));
        assertThat(evaluated(document, "DiabetesMonofilamentFollowUp"))
                .as("never done")
                .containsExactly(patient);
    }

    private static List<String> evaluated(Bundle document, String measure) {
        return all(document, MeasureReport.class).stream()
                .filter(report -> report.getMeasure().contains("/" + measure + "|"))
                .flatMap(report -> report.getEvaluatedResource().stream())
                .map(Reference::getReference)
                .toList();
    }

    private static void isLinked(MeasureReportGroupComponent group) {
        assertThat(linkId(group, "group")).isEqualTo(group.getId());
        assertThat(group.getPopulation())
                .allSatisfy(population -> assertThat(linkId(population, "group.population"))
                        .isEqualTo(population.getCode().getCodingFirstRep().getCode()));
        assertThat(group.getStratifier()).isNotEmpty().allSatisfy(stratifier -> {
            assertThat(linkId(stratifier, "group.stratifier")).isEqualTo("stratum");
            assertThat(stratifier.hasCode())
                    .isNotEqualTo(stratifier.getStratum().stream().anyMatch(stratum -> stratum.hasComponent()));
            assertThat(stratifier.getStratum())
                    .flatExtracting(StratifierGroupComponent::getPopulation)
                    .allSatisfy(population -> assertThat(linkId(population, "group.stratifier.stratum.population"))
                            .isEqualTo(population.getCode().getCodingFirstRep().getCode()));
        });
    }

    private static String linkId(Element element, String path) {
        return element.getExtensionString(
                "http://hl7.org/fhir/5.0/StructureDefinition/extension-MeasureReport." + path + ".linkId");
    }

    @Test
    void isAValidFhirDocumentButForWhatDeqmTakesFromLaterVersions() {
        var document = document("Measure/$care-gaps?measureId=DiabetesHbA1cFollowUp&" + RESIDENT + "&" + YEAR);
        // The server does not have DEQM's profiles.
        document.getMeta().setProfile(null);
        document.getEntry().forEach(entry -> entry.getResource().getMeta().setProfile(null));

        var outcome = fhir.post("Bundle/$validate", document).as(OperationOutcome.class);

        assertThat(outcome.getIssue())
                .filteredOn(issue -> issue.getSeverity() == OperationOutcome.IssueSeverity.ERROR)
                .extracting(OperationOutcome.OperationOutcomeIssueComponent::getDiagnostics)
                .filteredOn(text -> !text.contains("http://hl7.org/fhir/5.0/StructureDefinition/")
                        && !text.contains("v3-ActCode#CAREGAP"))
                // A measure has the code of its strata in a component, where the validator does not look.
                .filteredOn(text -> !text.contains("stratifier"))
                .isEmpty();
    }

    @Test
    void givesTheAskedStatesOnly() {
        var open = document("Measure/$care-gaps?status=open-gap&" + RESIDENT + "&" + YEAR);

        assertThat(all(open, DetectedIssue.class))
                .isNotEmpty()
                .allSatisfy(issue -> assertThat(status(issue)).isEqualTo("open-gap"));
    }

    @Test
    void theSameQuestionGetsTheSameAnswer() {
        var request = "Measure/$care-gaps?" + RESIDENT + "&" + YEAR;

        assertThat(withoutReportDates(request)).isEqualTo(withoutReportDates(request));
    }

    @Test
    void refusesWhatCannotBeAnswered() {
        fhir.get("Measure/$care-gaps?" + YEAR).isRefusal(400, IssueType.VALUE, "subject=Patient/<id>");
        fhir.get("Measure/$care-gaps?status=late&" + RESIDENT + "&" + YEAR)
                .isRefusal(400, IssueType.CODEINVALID, "open-gap");
        fhir.get("Measure/$care-gaps?subject=Patient/absent&" + YEAR)
                .isRefusal(404, IssueType.NOTFOUND, "Patient/absent");
        fhir.get("Measure/$care-gaps?measureId=DiabetesPyramid&" + RESIDENT + "&" + YEAR)
                .isRefusal(422, IssueType.NOTSUPPORTED, "respop-care-gap");
    }

    private String withoutReportDates(String request) {
        return fhir.get(request).hasStatus(200).body().replaceAll("\"date\":\"[^\"]+\"", "");
    }

    private Bundle document(String request) {
        return (Bundle) fhir.get(request)
                .hasStatus(200)
                .as(Parameters.class)
                .getParameter("return")
                .getResource();
    }

    private static <T extends Resource> List<T> all(Bundle document, Class<T> type) {
        return document.getEntry().stream()
                .map(Bundle.BundleEntryComponent::getResource)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    private static String status(DetectedIssue issue) {
        return ((CodeableConcept) issue.getModifierExtension().get(0).getValue())
                .getCodingFirstRep()
                .getCode();
    }

    private static String day(DetectedIssue issue, String extension) {
        return issue.getExtensionByUrl("https://respop.org/fhir/StructureDefinition/" + extension)
                .getValue()
                .primitiveValue();
    }

    private static int population(MeasureReport report, String code) {
        return report.getGroupFirstRep().getPopulation().stream()
                .filter(population -> population.getId().equals(code))
                .findFirst()
                .orElseThrow()
                .getCount();
    }
}
