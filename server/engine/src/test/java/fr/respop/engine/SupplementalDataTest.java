package fr.respop.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;

class SupplementalDataTest {

    private static final String REFERENCE =
            "http://hl7.org/fhir/5.0/StructureDefinition/extension-MeasureReport.supplementalDataElement.reference";

    @Test
    void countsValuesAcrossChunks() {
        var report = Reports.evaluate(
                Reports.request(TestMeasure.cohort().supplementalData("gender", "Gender"), ReportType.POPULATION),
                new EvaluatorSettings(1, 1, Reports.CLOCK),
                Reports.subjects(Resident.woman("1"), Resident.woman("2"), Resident.man("3"), Resident.woman("4")));

        assertThat(valueCounts(report)).isEqualTo(Map.of("female", 3, "male", 1));
        assertThat(report.getContained())
                .extracting(Resource::getId)
                .containsExactly("supplemental-data-1", "supplemental-data-2");
        assertThat(references(report)).containsExactly("#supplemental-data-1", "#supplemental-data-2");
    }

    @Test
    void listsResourcesOnceEach() {
        var report = Reports.evaluate(
                Reports.request(
                        TestMeasure.cohort().supplementalData("conditions", "Diabetes Conditions"),
                        ReportType.POPULATION),
                new EvaluatorSettings(1, 1, Reports.CLOCK),
                Reports.subjects(
                        Resident.woman("1").withDiabetes(), Resident.man("2").withDiabetes()));

        assertThat(references(report)).containsExactly("Condition/1-1", "Condition/2-1");
        assertThat(report.getContained()).isEmpty();
    }

    @Test
    void statesTheValuesOfOneSubject() {
        var report = Reports.evaluate(
                TestMeasure.cohort().supplementalData("gender", "Gender"),
                ReportType.SUBJECT,
                Resident.woman("1").withDiabetes());

        assertThat(report.getContained()).singleElement().isInstanceOfSatisfying(Observation.class, observation -> {
            assertThat(((CodeableConcept) observation.getValue())
                            .getCodingFirstRep()
                            .getCode())
                    .isEqualTo("female");
            assertThat(observation.getId()).isEqualTo("supplemental-data-1");
        });
    }

    private static Map<String, Integer> valueCounts(MeasureReport report) {
        return report.getContained().stream()
                .map(Observation.class::cast)
                .collect(Collectors.toMap(
                        observation -> observation.getCode().getCodingFirstRep().getCode(),
                        observation -> observation.getValueIntegerType().getValue()));
    }

    private static List<String> references(MeasureReport report) {
        return report.getExtensionsByUrl(REFERENCE).stream()
                .map(extension -> ((Reference) extension.getValue()).getReference())
                .toList();
    }
}
