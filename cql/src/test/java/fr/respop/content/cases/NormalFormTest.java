package fr.respop.content.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.junit.jupiter.api.Test;
import org.opencds.cqf.cql.engine.runtime.Code;
import org.opencds.cqf.cql.engine.runtime.Date;
import org.opencds.cqf.cql.engine.runtime.DateTime;
import org.opencds.cqf.cql.engine.runtime.Quantity;
import org.opencds.cqf.cql.engine.runtime.Tuple;

class NormalFormTest {

    @Test
    void writesSimpleValuesAsJson() throws JsonProcessingException {
        assertThat(NormalForm.of(null)).isEqualTo(json("null"));
        assertThat(NormalForm.of(true)).isEqualTo(json("true"));
        assertThat(NormalForm.of("D4.1")).isEqualTo(json("\"D4.1\""));
        assertThat(NormalForm.of(List.of("a", "b"))).isEqualTo(json("[\"a\", \"b\"]"));
    }

    @Test
    void anIntegerEqualsTheDecimalOfTheSameValue() throws JsonProcessingException {
        assertThat(asSets(4)).isEqualTo(asSets(new BigDecimal("4.00"))).isEqualTo(NormalForm.asSets(json("4")));
        assertThat(asSets(4)).isNotEqualTo(asSets(new BigDecimal("4.01")));
    }

    @Test
    void decimalsAreEqualToTheEighthPlace() {
        assertThat(asSets(new BigDecimal("0.333333333"))).isEqualTo(asSets(new BigDecimal("0.33333333")));
    }

    @Test
    void datesKeepTheirPrecision() throws JsonProcessingException {
        assertThat(NormalForm.of(new Date(LocalDate.of(2025, 3, 1)))).isEqualTo(json("\"2025-03-01\""));
        assertThat(NormalForm.of(new Date("2025-03"))).isEqualTo(json("\"2025-03\""));
    }

    @Test
    void oneInstantIsWrittenInOneWay() {
        var paris = new DateTime(OffsetDateTime.parse("2025-12-31T23:59:59.999+01:00"));
        var utc = new DateTime(OffsetDateTime.parse("2025-12-31T22:59:59.999Z"));

        assertThat(NormalForm.of(paris)).isEqualTo(NormalForm.of(utc));
        assertThat(NormalForm.of(utc).asText()).isEqualTo("2025-12-31T22:59:59.999Z");
    }

    @Test
    void writesQuantitiesCodesAndTuples() throws JsonProcessingException {
        var quantity = new Quantity().withValue(new BigDecimal("7.0")).withUnit("%");
        var code = new Code().withCode("4548-4").withSystem("http://loinc.org").withDisplay("HbA1c");
        var tuple = new Tuple();
        tuple.setElements(Map.of("value", quantity, "code", code));

        assertThat(NormalForm.asSets(NormalForm.of(tuple))).isEqualTo(NormalForm.asSets(json("""
                        {"code": {"code": "4548-4", "system": "http://loinc.org"},
                         "value": {"unit": "%", "value": 7}}""")));
    }

    @Test
    void aResourceIsItsReference() throws JsonProcessingException {
        var observation = new Observation();
        observation.setId("hba1c");

        assertThat(NormalForm.of(observation)).isEqualTo(json("\"Observation/hba1c\""));
        assertThat(NormalForm.of(new Reference("Observation/hba1c"))).isEqualTo(json("\"Observation/hba1c\""));
        assertThat(NormalForm.of(new StringType("x"))).isEqualTo(json("\"x\""));
    }

    @Test
    void refusesOtherElementsOfFhir() {
        assertThatThrownBy(() -> NormalForm.of(new HumanName()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("HumanName");
    }

    @Test
    void listsAreComparedAsSets() throws JsonProcessingException {
        assertThat(NormalForm.asSets(json("{\"a\": [\"y\", \"x\"], \"b\": 1}")))
                .isEqualTo(NormalForm.asSets(json("{\"b\": 1.0, \"a\": [\"x\", \"y\"]}")));
        assertThat(NormalForm.asSets(json("[\"x\"]"))).isNotEqualTo(NormalForm.asSets(json("[\"x\", \"y\"]")));
    }

    private static JsonNode asSets(Object value) {
        return NormalForm.asSets(NormalForm.of(value));
    }

    private static JsonNode json(String text) throws JsonProcessingException {
        return new ObjectMapper().readTree(text);
    }
}
