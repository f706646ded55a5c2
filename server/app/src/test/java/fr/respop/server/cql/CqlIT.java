package fr.respop.server.cql;

import static org.assertj.core.api.Assertions.assertThat;

import fr.respop.server.DemonstrationTest;
import fr.respop.server.FhirHttp;
import fr.respop.server.FhirReply;
import fr.respop.server.OnAnyDatabase;
import java.util.List;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.UriType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@OnAnyDatabase
@DemonstrationTest
class CqlIT {

    private static final String RESIDENT = "Patient/aube-et-sezannais-000187";
    private static final String STRATA = "https://respop.org/fhir/Library/DiabetesStrata";

    private final FhirHttp fhir;

    @Autowired
    CqlIT(FhirHttp fhir) {
        this.fhir = fhir;
    }

    @Test
    void computesInAUrl() {
        var answer = fhir.get("$cql?expression=6*7").hasStatus(200).as(Parameters.class);

        assertThat(answer.getParameterValue("return").primitiveValue()).isEqualTo("42");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'a' + 'b' | valueString | ab",
                "1 / 4 | valueDecimal | 0.25",
                "@2025-02-28 + 1 day | valueDate | 2025-03-01",
                "true and null | _valueBoolean | data-absent-reason",
                "{} as List<Integer> | _valueBoolean | cqf-isEmptyList",
                "1 / 0 | _valueBoolean | data-absent-reason",
                "7.5 '%' | valueQuantity | 7.5",
                "Code { code: '4548-4', system: 'http://loinc.org' } | valueCoding | 4548-4",
                "Interval[@2025-01-01, @2025-12-31] | valuePeriod | 2025-12-31",
                "Interval[1 'g', 2 'g'] | valueRange | 2",
                "Tuple { a: 1 } | part | 1"
            })
    void answersEachTypeOfCql(String expression, String element, String value) {
        var answer = post(parameters("expression", expression)).hasStatus(200);

        assertThat(answer.body()).contains("\"" + element + "\"").contains(value);
    }

    @Test
    void looksAtTheRecordOfAResident() {
        var asked = parameters("expression", "Strata.\"Stratum\" + 10").addParameter("subject", RESIDENT);
        include(asked, STRATA, "Strata");
        year(asked);

        assertThat(value(asked)).isEqualTo("13");
        assertThat(value(asked.copy().setParameter("expression", "Strata.\"Stratum\" >= 3")))
                .isEqualTo("true");
        assertThat(value(parameters("expression", "Count([Patient])").addParameter("subject", RESIDENT)))
                .isEqualTo("1");
    }

    @Test
    void callsALibraryByItsNameWhenItGetsNoOther() {
        var asked = parameters("expression", "DiabetesStrata.\"Criteria\"").addParameter("subject", RESIDENT);
        include(asked, STRATA + "|0.1.0", null);
        year(asked);

        assertThat(value(asked)).isEqualTo("D3.1");
    }

    @Test
    void takesTheMeasurementPeriodAmongTheParameters() {
        var given = new Parameters();
        given.addParameter()
                .setName("Measurement Period")
                .setValue(new Period()
                        .setStartElement(new DateTimeType("2025-01-01"))
                        .setEndElement(new DateTimeType("2025-12-31")));
        var asked = parameters("expression", "start of \"Measurement Period\"");
        asked.addParameter().setName("parameters").setResource(given);

        assertThat(value(asked)).startsWith("2025-01-01T00:00:00.000");
    }

    @Test
    void takesParametersByNameInTheirTypes() {
        var given = new Parameters();
        given.addParameter("Limit", new IntegerType(3));
        given.addParameter("Word", new StringType("a"));
        given.addParameter("Word", new StringType("b"));
        var asked = parameters("expression", "First(Word) + ToString(Limit + 1)");
        asked.addParameter().setName("parameters").setResource(given);

        assertThat(value(asked)).isEqualTo("a4");
    }

    @Test
    void evaluatesAWholeLibraryOrSomeOfItsExpressions() {
        var library = """
                library Mine version '1'
                using FHIR version '4.0.1'
                include FHIRHelpers version '4.0.1'
                include DiabetesStrata version '0.1.0' called Strata
                parameter "Measurement Period" Interval<DateTime>
                context Patient
                define "A": Strata."Stratum"
                define "B": "A" + 1
                define private "C": 0
                """;
        var asked = parameters("content", library).addParameter("subject", RESIDENT);
        year(asked);

        var all = post(asked).hasStatus(200).as(Parameters.class);
        var some = post(asked.addParameter("expression", "B")).hasStatus(200).as(Parameters.class);

        assertThat(all.getParameter())
                .extracting(ParametersParameterComponent::getName)
                .containsExactly("A", "B");
        assertThat(some.getParameter())
                .extracting(ParametersParameterComponent::getName)
                .containsExactly("B");
        assertThat(some.getParameterValue("B").primitiveValue()).isEqualTo("4");
    }

    @Test
    void aLibraryMayHaveTheNameOfAStoredOneThatItIncludesOtherwise() {
        var asked = parameters("content", """
                        library RespopConcepts version '0.1.0'
                        using FHIR version '4.0.1'
                        include DiabetesStrata version '0.1.0' called Strata
                        context Patient
                        define "Stratum": Strata."Stratum"
                        """).addParameter("subject", RESIDENT);
        year(asked);

        assertThat(post(asked)
                        .hasStatus(200)
                        .as(Parameters.class)
                        .getParameterValue("Stratum")
                        .primitiveValue())
                .isEqualTo("3");
        assertThat(fhir.get(
                                "Library/DiabetesStrata/$evaluate?expression=Stratum&periodStart=2025&periodEnd=2025&subject="
                                        + RESIDENT)
                        .hasStatus(200)
                        .body())
                .contains("3");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 + | line 1, column",
                "1 +\\n  Absent | line 2, column 3: ",
                "Absent.\"Stratum\" | line 1, column 1: ",
                "( | line 1, column",
                "\"open | line 1, column",
                "define | line 1, column",
                "1 + 'a' | line 1, column 1: "
            })
    void saysWhereTheTextDoesNotCompile(String expression, String place) {
        post(parameters("expression", expression.replace("\\n", "\n")))
                .isRefusal(422, IssueType.INVALID, "does not compile", place);
    }

    @Test
    void saysWhereALibraryDoesNotCompile() {
        post(parameters("content", "library Mine\n\ndefine A: B"))
                .isRefusal(422, IssueType.INVALID, "line 3, column 11");
    }

    @Test
    void refusesCqlThatIsNestedTooDeeply() {
        assertThat(post(parameters("expression", "(".repeat(20_000) + "1" + ")".repeat(20_000)))
                        .status())
                .isEqualTo(422);
        assertThat(post(parameters("expression", "not ".repeat(50_000) + "true"))
                        .status())
                .isEqualTo(422);
        post(parameters("expression", "'" + "a".repeat(200_000) + "'")).isRefusal(422, IssueType.TOOLONG, "200000");
    }

    @Test
    void refusesWhatIsNotThere() {
        var unknownLibrary = parameters("expression", "1");
        include(unknownLibrary, "https://example.org/Library/Absent", null);
        post(unknownLibrary).isRefusal(422, IssueType.NOTFOUND, "https://example.org/Library/Absent");
        post(parameters("content", "library A\ninclude Absent version '9'\ndefine B: 1"))
                .isRefusal(422, IssueType.NOTFOUND, "Absent|9");
        post(parameters("content", "library A\ndefine B: 1").addParameter("expression", "C"))
                .isRefusal(422, IssueType.NOTFOUND, "no expression named C");
        post(parameters("content", """
                        library A
                        using FHIR version '4.0.1'
                        valueset "Absent": 'https://example.org/ValueSet/absent'
                        context Patient
                        define B: exists [Condition: "Absent"]
                        """).addParameter("subject", RESIDENT))
                .isRefusal(422, IssueType.NOTFOUND, "https://example.org/ValueSet/absent");
        post(parameters("expression", "1").addParameter("subject", "Patient/absent"))
                .isRefusal(404, IssueType.NOTFOUND, "Patient/absent");
    }

    @Test
    void needsASubjectForTheDataOfResidents() {
        post(parameters("expression", "exists [Condition]")).isRefusal(422, IssueType.REQUIRED, "subject=Patient/<id>");
        post(parameters("expression", "Patient.gender")).isRefusal(422, IssueType.REQUIRED, "subject=Patient/<id>");
        post(parameters("expression", "1").addParameter("subject", "Group/aube-et-sezannais-diabetes"))
                .isRefusal(400, IssueType.VALUE, "subject=Patient/<id>");
        post(parameters("content", """
                        using FHIR version '4.0.1'
                        context Unfiltered
                        define B: Count([Condition])
                        """).addParameter("subject", RESIDENT))
                .isRefusal(422, IssueType.PROCESSING, "Unfiltered", "in the context Patient");
    }

    @Test
    void needsThePeriodForLibrariesThatSpeakOfIt() {
        var asked = parameters("expression", "Strata.\"Stratum\"").addParameter("subject", RESIDENT);
        include(asked, STRATA, "Strata");

        post(asked).isRefusal(400, IssueType.REQUIRED, "Measurement Period");
    }

    @Test
    void refusesARequestThatDoesNotSayWhatItWants() {
        fhir.get("$cql").isRefusal(400, IssueType.REQUIRED, "expression", "content");
        post(parameters("expression", " ")).isRefusal(400, IssueType.REQUIRED, "expression", "content");
        post(parameters("expression", "1").addParameter("expression", "2"))
                .isRefusal(400, IssueType.INVALID, "one expression");
        post(parameters("expression", "1").addParameter("absent", "2"))
                .isRefusal(400, IssueType.NOTSUPPORTED, "absent");
        var both = parameters("content", "define A: 1");
        include(both, STRATA, null);
        post(both).isRefusal(400, IssueType.INVALID, "library");
        var same = parameters("expression", "1");
        include(same, STRATA, "A");
        include(same, "https://respop.org/fhir/Library/HeartFailureStrata", "A");
        post(same).isRefusal(400, IssueType.DUPLICATE, "called A");
        var quoted = parameters("expression", "1");
        include(quoted, STRATA, "A\"B");
        post(quoted).isRefusal(400, IssueType.VALUE, "quotation mark");
        var unnamed = parameters("expression", "1");
        include(unnamed, null, "A");
        post(unnamed).isRefusal(400, IssueType.REQUIRED, "url");
    }

    @ParameterizedTest
    @ValueSource(strings = {"data", "prefetchData", "dataEndpoint", "contentEndpoint", "terminologyEndpoint"})
    void refusesDataAndContentFromElsewhere(String parameter) {
        var asked = parameters("expression", "1");
        asked.addParameter().setName(parameter).setResource(new Bundle());

        post(asked).isRefusal(422, IssueType.NOTSUPPORTED, parameter);
    }

    @Test
    void hasNoOtherDataThanItsOwn() {
        var asked = parameters("expression", "1");

        assertThat(value(asked.copy().addParameter("useServerData", new BooleanType(true))))
                .isEqualTo("1");
        post(asked.addParameter("useServerData", new BooleanType(false)))
                .isRefusal(422, IssueType.NOTSUPPORTED, "useServerData");
    }

    @Test
    void refusesAParameterThatNothingDeclares() {
        var asked = parameters("content", "define A: 1");
        asked.addParameter()
                .setName("parameters")
                .setResource(new Parameters().addParameter("Absent", new IntegerType(1)));

        post(asked).isRefusal(400, IssueType.NOTSUPPORTED, "Absent");
    }

    @Test
    void saysWhyCqlFails() {
        post(parameters("expression", "\n  singleton from { 1, 2 }"))
                .isRefusal(422, IssueType.PROCESSING, "The evaluation fails", "$cql.1:1-2:");
        post(parameters("expression", "\n  singleton from { 1, 2 }").addParameter("subject", RESIDENT))
                .isRefusal(422, IssueType.PROCESSING, "The evaluation fails", "$cql.1:1-2:");
    }

    @Test
    void refusesAValueThatFhirCannotHold() {
        post(parameters("expression", "1L")).isRefusal(400, IssueType.INVALID, "Long");
    }

    private FhirReply post(Parameters asked) {
        return fhir.post("$cql", asked);
    }

    private String value(Parameters asked) {
        return post(asked)
                .hasStatus(200)
                .as(Parameters.class)
                .getParameterValue("return")
                .primitiveValue();
    }

    private static Parameters parameters(String name, String text) {
        return new Parameters().addParameter(name, text);
    }

    private static void include(Parameters asked, @Nullable String url, @Nullable String name) {
        var library = asked.addParameter().setName("library");
        if (url != null) {
            library.addPart().setName("url").setValue(new UriType(url));
        }
        if (name != null) {
            library.addPart().setName("name").setValue(new StringType(name));
        }
    }

    private static void year(Parameters asked) {
        for (var end : List.of("periodStart", "periodEnd")) {
            asked.addParameter(end, "2025");
        }
    }
}
