package fr.respop.engine.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.respop.engine.CheckContent;
import fr.respop.engine.ExpressionEvaluator;
import fr.respop.engine.MeasurementPeriod;
import fr.respop.engine.Subject;
import fr.respop.engine.SubjectNotEvaluable;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.List;
import org.hl7.fhir.r4.model.Library;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;

/** The ELM of these libraries says something else than their CQL, which shows which of them is used. */
class ElmTest {

    private static final String ONE = "https://example.org/Library/One";

    @Test
    void isUsedWhenItNamesTheOverloadsOfItsCalls() {
        assertThat(value(withCql(elm("Overloads", literal())))).isEqualTo("from ELM");
    }

    @Test
    void givesWayToCqlWhenItDoesNot() {
        assertThat(value(withCql(elm("None", literal())))).isEqualTo("from CQL");
    }

    @Test
    void givesWayToCqlWhenItLeavesDatesToTheDataSource() {
        assertThat(value(withCql(elm("Overloads", retrieveByDate())))).isEqualTo("from CQL");
    }

    @Test
    void isUsedWhenThereIsNothingElse() {
        assertThat(value(elm("None", literal()))).isEqualTo("from ELM");
    }

    @Test
    void isReadAsXmlToo() {
        var xml = CheckContent.library("One", "1.0.0", "application/elm+xml", """
                <library xmlns="urn:hl7-org:elm:r1" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
                  <identifier id="One" version="1.0.0"/>
                  <schemaIdentifier id="urn:hl7-org:elm" version="r1"/>
                  <usings>
                    <def localIdentifier="System" uri="urn:hl7-org:elm-types:r1"/>
                    <def localIdentifier="FHIR" uri="http://hl7.org/fhir" version="4.0.1"/>
                  </usings>
                  <statements>
                    <def name="Value" context="Patient" accessLevel="Public">
                      <expression xmlns:t="urn:hl7-org:elm-types:r1" xsi:type="Literal" valueType="t:String"
                          value="from XML"/>
                    </def>
                  </statements>
                </library>
                """);

        assertThat(value(xml)).isEqualTo("from XML");
    }

    @Test
    void isFoundWhateverTheParametersOfItsContentType() {
        var elm = elm("Overloads", literal());
        elm.getContentFirstRep().setContentType("application/elm+json; charset=utf-8");

        assertThat(value(elm)).isEqualTo("from ELM");
    }

    @Test
    void failsForTheSubjectWhenItCallsItselfWithoutEnd() {
        var endless = CheckContent.library("One", "1.0.0", "application/elm+json", """
                {"library": {
                  "identifier": {"id": "One", "version": "1.0.0"},
                  "schemaIdentifier": {"id": "urn:hl7-org:elm", "version": "r1"},
                  "usings": {"def": [{"localIdentifier": "System", "uri": "urn:hl7-org:elm-types:r1"}]},
                  "statements": {"def": [
                    {"name": "Value", "context": "Patient", "accessLevel": "Public",
                     "expression": {"type": "FunctionRef", "name": "Again"}},
                    {"type": "FunctionDef", "name": "Again", "context": "Patient", "accessLevel": "Public",
                     "expression": {"type": "FunctionRef", "name": "Again"}}
                  ]}
                }}
                """);

        assertThatThrownBy(() -> value(endless))
                .isInstanceOf(SubjectNotEvaluable.class)
                .hasMessageContaining("nested too deeply");
    }

    @Test
    void bringsItsIncludes() {
        var two = CheckContent.cql("Two", "1.0.0", "library Two version '1.0.0'", "define Value: 'from Two'");
        var reference = "{\"type\": \"ExpressionRef\", \"libraryName\": \"Second\", \"name\": \"Value\"}";

        assertThat(value(elm("Overloads", reference), two)).isEqualTo("from Two");
    }

    @Test
    void isFollowedIntoLibrariesThatAreNotThere() {
        assertThatThrownBy(() -> value(elm("Overloads", literal()), new Resource[0]))
                .isInstanceOf(UnknownLibrary.class);
    }

    @Test
    void isRefusedWhenItCannotBeRead() {
        var broken = CheckContent.library("One", "1.0.0", "application/elm+json", "{\"library\": 1}");

        assertThatThrownBy(() -> CheckContent.of(broken).library(ONE)).isInstanceOf(InvalidLibrary.class);
    }

    @Test
    void givesWayToCqlWhenItCannotBeRead() {
        var broken = CheckContent.library("One", "1.0.0", "application/elm+json", "{\"library\": 1}");

        assertThat(value(withCql(broken))).isEqualTo("from CQL");
    }

    private static Object value(Library library) {
        return value(library, CheckContent.cql("Two", "1.0.0", "library Two version '1.0.0'", "define Value: 2"));
    }

    private static Object value(Library library, Resource... others) {
        var resources = new java.util.ArrayList<Resource>(List.of(others));
        resources.add(library);
        var patient = new Patient();
        patient.setId("Patient/1");
        var evaluator = new ExpressionEvaluator(new Content(ContentSource.of(resources)));
        var results = evaluator.evaluate(
                ONE,
                List.of("Value"),
                new Subject("Patient/1", List.of(patient)),
                MeasurementPeriod.of("2025", "2025", ZoneOffset.UTC));
        return String.valueOf(results.get("Value"));
    }

    private static Library withCql(Library library) {
        var cql = "library One version '1.0.0'\ndefine Value: 'from CQL'";
        library.addContent().setContentType("text/cql").setData(cql.getBytes(StandardCharsets.UTF_8));
        return library;
    }

    private static Library elm(String signatures, String expression) {
        return CheckContent.library(
                "One", "1.0.0", "application/elm+json", """
                {
                  "library": {
                    "annotation": [{"type": "CqlToElmInfo", "translatorOptions": "", "signatureLevel": "%s"}],
                    "identifier": {"id": "One", "version": "1.0.0"},
                    "schemaIdentifier": {"id": "urn:hl7-org:elm", "version": "r1"},
                    "usings": {"def": [
                      {"localIdentifier": "System", "uri": "urn:hl7-org:elm-types:r1"},
                      {"localIdentifier": "FHIR", "uri": "http://hl7.org/fhir", "version": "4.0.1"}
                    ]},
                    "includes": {"def": [{"localIdentifier": "Second", "path": "Two", "version": "1.0.0"}]},
                    "statements": {"def": [
                      {"name": "Value", "context": "Patient", "accessLevel": "Public", "expression": %s},
                      {"name": "Another", "context": "Patient", "accessLevel": "Public", "expression": %s}
                    ]}
                  }
                }
                """.formatted(signatures, expression, literal()));
    }

    private static String literal() {
        return """
                {"type": "Literal", "valueType": "{urn:hl7-org:elm-types:r1}String", "value": "from ELM"}""";
    }

    private static String retrieveByDate() {
        return """
                {"type": "Retrieve", "dataType": "{http://hl7.org/fhir}Encounter", "dateProperty": "period",
                 "dateRange": {"type": "ParameterRef", "name": "Measurement Period"}}""";
    }
}
