package fr.respop.engine.cql;

import static org.assertj.core.api.Assertions.assertThat;

import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.StringType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opencds.cqf.cql.engine.fhir.model.R4FhirModelResolver;

class QuickFhirModelTest {

    private final R4FhirModelResolver stock = new R4FhirModelResolver();
    private final QuickFhirModel quick = new QuickFhirModel();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "id",
                "status",
                "status.value",
                "code",
                "code.coding",
                "code.coding[0].code.value",
                "category",
                "value",
                "valueQuantity",
                "valueString",
                "value.value",
                "value.value.value",
                "value.unit",
                "effective",
                "effective.value",
                "effectiveDateTime",
                "effectivePeriod",
                "issued",
                "method",
                "method.text",
                "component",
                "component[0].valueString",
                "subject.reference",
                "extension",
                "Observation",
                "noSuchElement",
                "language"
            })
    void readsWhatTheStockModelReads(String path) {
        var observation = observation();

        assertThat(quick.resolvePath(observation, path)).isEqualTo(stock.resolvePath(observation, path));
        // Once more, now that it is known where the element is.
        assertThat(quick.resolvePath(observation, path)).isEqualTo(stock.resolvePath(observation, path));
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "value", "extension", "birthDate", "gender"})
    void readsNothingWhereThereIsNothing(String path) {
        for (Base empty : new Base[] {new Patient(), new StringType(), new DateTimeType(), new Quantity()}) {
            assertThat(quick.resolvePath(empty, path)).isEqualTo(stock.resolvePath(empty, path));
        }
    }

    private static Observation observation() {
        var observation = new Observation();
        observation.setId("1");
        observation.setStatus(Observation.ObservationStatus.AMENDED);
        observation.getCode().addCoding(new Coding("http://loinc.org", "4548-4", "HbA1c"));
        observation.addCategory().setText("laboratory");
        observation.setEffective(new DateTimeType("2025-02-03T10:00:00+01:00"));
        observation.setValue(new Quantity(7.5).setUnit("%"));
        observation.addComponent().setValue(new StringType("normal"));
        observation.addExtension("https://example.org/one", new StringType("one"));
        return observation;
    }
}
