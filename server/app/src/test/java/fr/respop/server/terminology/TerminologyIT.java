package fr.respop.server.terminology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.respop.server.FhirHttp;
import fr.respop.server.OnAnyDatabase;
import fr.respop.server.ServerTest;
import fr.respop.server.demonstration.JsonPart;
import fr.respop.server.demonstration.ReadmeExamples;
import fr.respop.server.demonstration.ReadmeExamples.Example;
import java.nio.file.Path;
import java.util.List;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@OnAnyDatabase
@ServerTest
class TerminologyIT {

    private static final String FUNDUS = "https://respop.org/fhir/ValueSet/fundus-item";
    private static final String CCAM = "https://smt.esante.gouv.fr/terminologie-ccam";
    private static final String PMSI = "https://respop.org/fhir/CodeSystem/respop-pmsi-mode";
    private static final String ITEM = "https://respop.org/fhir/CodeSystem/respop-follow-up-item";

    private final FhirHttp fhir;

    @Autowired
    TerminologyIT(FhirHttp fhir) {
        this.fhir = fhir;
    }

    @ParameterizedTest
    @MethodSource("documented")
    void answersAsItsPagePrints(Example example) throws JsonProcessingException {
        var json = new ObjectMapper();
        var answer = fhir.get(example.path()).hasStatus(200).body();

        assertThat(JsonPart.isIn(json.readTree(example.answer()), json.readTree(answer)))
                .as("The page prints\n%s\nbut the server answers\n%s", example.answer(), answer)
                .isTrue();
    }

    static List<Example> documented() {
        return ReadmeExamples.of(Path.of("..", "docs", "operations", "terminology.md"));
    }

    @Test
    void validatesACodeInAValueSet() {
        var path = "ValueSet/$validate-code?url=" + FUNDUS + "&system=" + CCAM;

        assertThat(isValid(path + "&code=BGQP002")).isTrue();
        assertThat(isValid("ValueSet/fundus-item/$validate-code?system=" + CCAM + "&code=BGQP002"))
                .isTrue();
        assertThat(isValid("ValueSet/fundus-item/$validate-code?coding=" + CCAM + "|BGQP002"))
                .isTrue();
        assertThat(isValid(path + "&code=ZZZZ999")).isFalse();
        assertThat(isValid(path + "&code=BGQP007&display=Colour%20retinography"))
                .isTrue();
        assertThat(isValid(path + "&code=BGQP007&display=R%C3%A9tinographie%20en%20couleur"))
                .isTrue();
        assertThat(isValid(path + "&code=BGQP007&display=Appendectomy")).isFalse();
        assertThat(parameters(path + "&code=BGQP007&displayLanguage=fr")
                        .getParameterValue("display")
                        .primitiveValue())
                .isEqualTo("Rétinographie en couleur");
    }

    @Test
    void oneOfSeveralCodingsIsEnough() {
        var answer = fhir.post("ValueSet/fundus-item/$validate-code", """
                        {"resourceType":"Parameters","parameter":[{"name":"codeableConcept","valueCodeableConcept":{"coding":[
                          {"system":"https://example.org","code":"x"},{"system":"%s","code":"fundus"}]}}]}""".formatted(ITEM))
                .hasStatus(200)
                .as(Parameters.class);

        assertThat(answer.getParameterBool("result")).isTrue();
    }

    @Test
    void validatesACodeInACodeSystem() {
        assertThat(isValid("CodeSystem/$validate-code?url=" + ITEM + "&code=fundus"))
                .isTrue();
        assertThat(isValid("CodeSystem/respop-follow-up-item/$validate-code?code=fundus"))
                .isTrue();
        assertThat(isValid("CodeSystem/$validate-code?coding=" + ITEM + "|fundus"))
                .isTrue();
        assertThat(isValid("CodeSystem/$validate-code?url=" + ITEM + "&code=absent"))
                .isFalse();
        assertThat(isValid("CodeSystem/$validate-code?url=" + PMSI + "&code=85"))
                .as("a code below another")
                .isTrue();
        assertThat(isValid("CodeSystem/$validate-code?url=http://terminology.hl7.org/CodeSystem/v3-RoleCode&code=MTH"))
                .as("a code system of FHIR itself")
                .isTrue();
    }

    @Test
    void looksUpACodeWithItsLabelsAndItsPlace() {
        var home = lookUp("system=" + PMSI + "&code=8&displayLanguage=fr");
        var emergency = lookUp("coding=" + PMSI + "|85&property=parent");

        assertThat(home.getParameterValue("name").primitiveValue()).isEqualTo("RespopPMSIMode");
        assertThat(home.getParameterValue("display").primitiveValue()).isEqualTo("Domicile");
        assertThat(properties(home, "child")).containsExactly("85", "86", "87");
        assertThat(properties(emergency, "parent")).containsExactly("8");
        assertThat(emergency.getParameters("designation").get(0).getPart())
                .extracting(part -> part.getValue().primitiveValue())
                .containsExactly("fr", "Domicile, passage par les urgences");
    }

    @ParameterizedTest
    @CsvSource({
        "8, 85, subsumes",
        "85, 8, subsumed-by",
        "85, 85, equivalent",
        "85, 86, not-subsumed",
        "7, 85, not-subsumed"
    })
    void tellsWhichCodeIsBroader(String a, String b, String outcome) {
        assertThat(parameters("CodeSystem/$subsumes?system=%s&codeA=%s&codeB=%s".formatted(PMSI, a, b))
                        .getParameterValue("outcome")
                        .primitiveValue())
                .isEqualTo(outcome);
        assertThat(parameters("CodeSystem/respop-pmsi-mode/$subsumes?codeA=%s&codeB=%s".formatted(a, b))
                        .getParameterValue("outcome")
                        .primitiveValue())
                .isEqualTo(outcome);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://smt.esante.gouv.fr/terminologie-cim-10/",
                "http://hl7.org/fhir/sid/icd-10",
                "https://mos.esante.gouv.fr/NOS/TRE_R311-CIM10Atih/FHIR/TRE-R311-CIM10Atih",
                "urn:oid:2.16.840.1.113883.6.3"
            })
    void carriesAnyCodeFromAnAliasToItsTerminology(String alias) {
        assertThat(translations("ConceptMap/$translate?system=" + alias + "&code=E11.38"))
                .extracting(Coding::getSystem, Coding::getCode)
                .containsExactly(tuple("https://smt.esante.gouv.fr/terminologie-cim-10", "E11.38"));
    }

    @Test
    void aNamingSystemListsTheAliasesOfATerminology() {
        var found = fhir.get("NamingSystem?value=http://hl7.org/fhir/sid/icd-10")
                .hasStatus(200)
                .as(Bundle.class);

        assertThat(found.getEntry())
                .extracting(entry -> entry.getResource().getIdElement().getIdPart())
                .containsExactly("cim-10");
    }

    @Test
    void translatesWithOneMapOrWithAllInBothDirections() {
        var map = "https://respop.org/fhir/ConceptMap/ccam-to-follow-up-item";
        var forward = "system=" + CCAM + "&code=BGQP007";

        assertThat(translations("ConceptMap/ccam-to-follow-up-item/$translate?" + forward))
                .extracting(Coding::getCode)
                .containsExactly("fundus");
        assertThat(translations("ConceptMap/$translate?url=" + map + "&" + forward))
                .extracting(Coding::getCode)
                .containsExactly("fundus");
        assertThat(translations("ConceptMap/$translate?coding=" + CCAM + "|BGQP007&targetsystem=" + ITEM))
                .extracting(Coding::getCode)
                .containsExactly("fundus");
        assertThat(translations("ConceptMap/$translate?url=" + map + "&system=" + ITEM + "&code=fundus&reverse=true"))
                .extracting(Coding::getCode)
                .contains("BGQP002", "BGQP007");
        assertThat(translations("ConceptMap/$translate?system=https://smt.esante.gouv.fr/terminologie-nabm&code=1577"))
                .extracting(Coding::getCode)
                .containsExactly("4548-4");
    }

    @Test
    void whatNoMapTranslatesIsNoTranslation() {
        var answer = parameters("ConceptMap/$translate?system=" + CCAM + "&code=ZZZZ999");

        assertThat(answer.getParameterBool("result")).isFalse();
        assertThat(answer.getParameterValue("message").primitiveValue()).contains("ZZZZ999");
        assertThat(answer.getParameters("match")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "ValueSet/absent/$expand, 404, NOTFOUND",
        "ValueSet/$expand?url=https://example.org/ValueSet/absent, 404, NOTFOUND",
        "ValueSet/$expand, 400, REQUIRED",
        "ValueSet/fundus-item/$expand?url=https://respop.org/fhir/ValueSet/diabetes, 400, REQUIRED",
        "ValueSet/fundus-item/$expand?offset=-1, 400, VALUE",
        "ValueSet/fundus-item/$expand?colour=blue, 400, NOTSUPPORTED",
        "ValueSet/$expand?url=http://hl7.org/fhir/ValueSet/observation-codes, 422, NOTFOUND",
        "ValueSet/$validate-code?url=https://example.org/ValueSet/absent&system=x&code=y, 404, NOTFOUND",
        "ValueSet/fundus-item/$validate-code, 400, REQUIRED",
        "ValueSet/fundus-item/$validate-code?code=BGQP002, 400, REQUIRED",
        "CodeSystem/$validate-code?url=https://example.org/absent&code=y, 404, NOTFOUND",
        "CodeSystem/$validate-code?code=y, 400, REQUIRED",
        "CodeSystem/absent/$validate-code?code=y, 404, NOTFOUND",
        "CodeSystem/$lookup, 400, REQUIRED",
        "CodeSystem/$lookup?code=8, 400, REQUIRED",
        "CodeSystem/$lookup?system=https://example.org/absent&code=8, 404, NOTFOUND",
        "CodeSystem/$lookup?system=https://respop.org/fhir/CodeSystem/respop-pmsi-mode&code=absent, 404, NOTFOUND",
        "CodeSystem/$subsumes, 400, REQUIRED",
        "CodeSystem/$subsumes?system=https://example.org/absent&codeA=1&codeB=2, 404, NOTFOUND",
        "CodeSystem/respop-pmsi-mode/$subsumes?codeA=8&codeB=absent, 404, NOTFOUND",
        "CodeSystem/respop-pmsi-mode/$subsumes?codeA=8, 400, REQUIRED",
        "ConceptMap/$translate, 400, REQUIRED",
        "ConceptMap/$translate?code=8, 400, REQUIRED",
        "ConceptMap/$translate?url=https://example.org/absent&system=x&code=y, 404, NOTFOUND",
        "ConceptMap/absent/$translate?system=x&code=y, 404, NOTFOUND"
    })
    void refusesWhatItCannotAnswer(String path, int status, IssueType code) {
        fhir.get(path).isRefusal(status, code);
    }

    @Test
    void searchesByValueSet() {
        fhir.put("Procedure/in-fundus", """
                        {"resourceType":"Procedure","id":"in-fundus","status":"completed","subject":{"display":"x"},
                         "code":{"coding":[{"system":"%s","code":"BGQP007"}]}}""".formatted(CCAM)).isStored();

        assertThat(fhir.get("Procedure?_id=in-fundus&code:in=" + FUNDUS)
                        .hasStatus(200)
                        .as(Bundle.class)
                        .getEntry())
                .hasSize(1);
        assertThat(fhir.get("Procedure?_id=in-fundus&code:not-in=" + FUNDUS)
                        .hasStatus(200)
                        .as(Bundle.class)
                        .getEntry())
                .isEmpty();
    }

    @Test
    void theOperationsAreListed() {
        var listed =
                fhir
                        .get("metadata")
                        .hasStatus(200)
                        .as(CapabilityStatement.class)
                        .getRestFirstRep()
                        .getResource()
                        .stream()
                        .flatMap(resource ->
                                resource.getOperation().stream().map(one -> resource.getType() + "/$" + one.getName()))
                        .toList();

        assertThat(listed)
                .contains(
                        "ValueSet/$expand",
                        "ValueSet/$validate-code",
                        "CodeSystem/$validate-code",
                        "CodeSystem/$lookup",
                        "CodeSystem/$subsumes",
                        "ConceptMap/$translate")
                .doesNotHaveDuplicates();
    }

    private Parameters parameters(String path) {
        return fhir.get(path).hasStatus(200).as(Parameters.class);
    }

    private Parameters lookUp(String query) {
        return parameters("CodeSystem/$lookup?" + query);
    }

    private boolean isValid(String path) {
        return parameters(path).getParameterBool("result");
    }

    private List<Coding> translations(String path) {
        var answer = parameters(path);
        assertThat(answer.getParameterBool("result")).isTrue();
        return answer.getParameters("match").stream()
                .flatMap(match -> match.getPart().stream())
                .map(ParametersParameterComponent::getValue)
                .filter(Coding.class::isInstance)
                .map(Coding.class::cast)
                .toList();
    }

    private static List<String> properties(Parameters answer, String code) {
        return answer.getParameters("property").stream()
                .map(ParametersParameterComponent::getPart)
                .filter(parts -> code.equals(parts.get(0).getValue().primitiveValue()))
                .map(parts -> parts.get(1).getValue().primitiveValue())
                .toList();
    }
}
