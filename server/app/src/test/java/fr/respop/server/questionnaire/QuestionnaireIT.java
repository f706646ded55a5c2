package fr.respop.server.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.respop.server.FhirHttp;
import fr.respop.server.FhirReply;
import fr.respop.server.OnAnyDatabase;
import fr.respop.server.ServerTest;
import fr.respop.server.demonstration.JsonPart;
import fr.respop.server.demonstration.ReadmeExamples;
import fr.respop.server.demonstration.ReadmeExamples.Example;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemComponent;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Type;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@OnAnyDatabase
@ServerTest
class QuestionnaireIT {

    private static final String YEAR = "periodStart=2025-01-01&periodEnd=2025-12-31";
    private static final String ANSWERS = "https://respop.org/fhir/CodeSystem/respop-findrisc-answer";

    private final FhirHttp fhir;

    @Autowired
    QuestionnaireIT(FhirHttp fhir) {
        this.fhir = fhir;
    }

    @BeforeEach
    void aResidentWithALargeWaist() {
        fhir.put("Practitioner/form-gp", "{\"resourceType\":\"Practitioner\",\"id\":\"form-gp\"}")
                .isStored();
        fhir.put("Patient/form", """
                        {"resourceType":"Patient","id":"form","gender":"male","birthDate":"1970-05-10",
                         "generalPractitioner":[{"reference":"Practitioner/form-gp"}]}""").isStored();
        fhir.put("Observation/form-waist", """
                        {"resourceType":"Observation","id":"form-waist","status":"final",
                         "code":{"coding":[{"system":"http://loinc.org","code":"8280-0"}]},
                         "subject":{"reference":"Patient/form"},"effectiveDateTime":"2025-06-10",
                         "valueQuantity":{"value":103,"unit":"cm","system":"http://unitsofmeasure.org","code":"cm"}}""").isStored();
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
        return ReadmeExamples.of(Path.of("..", "docs", "operations", "questionnaires.md"));
    }

    @Test
    void fillsInWhatTheRecordTellsAndLeavesTheRestToBeAsked() {
        var response = findrisc();

        assertThat(response.getStatus()).isEqualTo(QuestionnaireResponseStatus.INPROGRESS);
        assertThat(response.getSubject().getReference()).isEqualTo("Patient/form");
        assertThat(response.getQuestionnaire()).isEqualTo("https://respop.org/fhir/Questionnaire/findrisc|0.1.0");
        assertThat(answers(response)).isEqualTo(Map.of("age", "age-55-64", "waist", "waist-large"));
        assertThat(response.getItem()).hasSize(9);
    }

    @Test
    void takesTheCanonicalAndTheFormItself() {
        var byCanonical = response(fhir.post("Questionnaire/$populate", """
                        {"resourceType":"Parameters","parameter":[
                          {"name":"canonical","valueCanonical":"https://respop.org/fhir/Questionnaire/findrisc|0.1.0"},
                          {"name":"subject","valueReference":{"reference":"Patient/form"}},
                          {"name":"Measurement Period","valuePeriod":{"start":"2025-01-01","end":"2025-12-31"}}]}"""));
        var sent = response(fhir.post("Questionnaire/$populate", """
                        {"resourceType":"Parameters","parameter":[
                          {"name":"subject","valueReference":{"reference":"Patient/form"}},
                          {"name":"questionnaire","resource":{"resourceType":"Questionnaire","status":"active","item":[
                            {"linkId":"born","type":"date","extension":[{
                              "url":"http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-initialExpression",
                              "valueExpression":{"language":"text/fhirpath","expression":"%patient.birthDate"}}]}]}}]}"""));

        assertThat(answers(byCanonical)).isEqualTo(answers(findrisc()));
        assertThat(answers(sent)).isEqualTo(Map.of("born", "1970-05-10"));
    }

    @Test
    void theInclusionFormNamesTheGp() {
        var response = response(fhir.get("Questionnaire/respop-inclusion/$populate?subject=Patient/form"));

        assertThat(answers(response)).isEqualTo(Map.of("gp", "Practitioner/form-gp"));
    }

    @Test
    void theScoreOfTheFormCountsInTheStratum() {
        var completed = completed(findrisc(), "form-response");
        assertThat(criteria()).doesNotContain("R3");

        fhir.put("QuestionnaireResponse/form-response", completed).isStored();
        var extracted = extract("form-response");
        var score = (Observation) extracted.getEntryFirstRep().getResource();
        fhir.post("", extracted).hasStatus(200);

        assertThat(extracted.getEntry()).hasSize(1);
        assertThat(score.getValueIntegerType().getValue()).isEqualTo(18);
        assertThat(score.getDerivedFromFirstRep().getReference()).isEqualTo("QuestionnaireResponse/form-response");
        assertThat(score.getEffectiveDateTimeType().getValueAsString()).isEqualTo("2025-11-20");
        assertThat(criteria()).contains("R3");

        completed.setStatus(QuestionnaireResponseStatus.AMENDED);
        answer(completed, "high-glucose", "high-glucose-no");
        fhir.put("QuestionnaireResponse/form-response", completed).isStored();
        fhir.post("", extract("form-response")).hasStatus(200);

        var stored = fhir.get("Observation?subject=Patient/form&code=findrisc").as(Bundle.class);
        assertThat(stored.getEntry()).as("an amendment corrects").hasSize(1);
        var corrected = (Observation) stored.getEntryFirstRep().getResource();
        assertThat(corrected.getValueIntegerType().getValue()).isEqualTo(13);
        assertThat(corrected.getStatus()).isEqualTo(Observation.ObservationStatus.AMENDED);
    }

    @Test
    void measurementsOfTheInclusionBecomeObservations() {
        var extracted = fhir.post("QuestionnaireResponse/$extract", inclusion("diabetes", "diabetes-0", true))
                .hasStatus(200)
                .as(Bundle.class);

        var observations = extracted.getEntry().stream()
                .map(entry -> (Observation) entry.getResource())
                .toList();
        assertThat(observations)
                .extracting(
                        observation -> observation.getCode().getCodingFirstRep().getCode())
                .containsExactly("29463-7", "85354-9", "72166-2");
        assertThat(observations.get(0).getValueQuantity())
                .extracting(Quantity::getCode, weight -> weight.getValue().toString())
                .containsExactly("kg", "98.5");
        assertThat(observations.get(1).getComponent())
                .extracting(
                        part -> part.getCode().getCodingFirstRep().getCode(),
                        part -> part.getValueQuantity().getValue().intValue())
                .containsExactly(tuple("8480-6", 142), tuple("8462-4", 88));
        assertThat(observations.get(2).getValueCodeableConcept())
                .extracting(CodeableConcept::getCodingFirstRep)
                .extracting(Coding::getCode)
                .isEqualTo("LA15920-4");
        fhir.post("", extracted).hasStatus(200);
    }

    @Test
    void everyFaultOfAResponseIsToldAtOnce() {
        var withoutConsent =
                inclusion("diabetes", "diabetes-0", false).replace("\"linkId\":\"channel\"", "\"linkId\":\"chanel\"");

        fhir.post("QuestionnaireResponse/$extract", withoutConsent)
                .isRefusal(422, IssueType.REQUIRED, "Item channel")
                .isRefusal(422, IssueType.STRUCTURE, "Item chanel")
                .isRefusal(422, IssueType.BUSINESSRULE, "Item stratum-diabetes");
        fhir.post("QuestionnaireResponse/$extract", inclusion("diabetes", "diabetes-9", true))
                .isRefusal(422, IssueType.VALUE, "Item stratum-diabetes", "options");
        fhir.post("QuestionnaireResponse/$extract", inclusion("heart-failure", "diabetes-0", true))
                .isRefusal(422, IssueType.REQUIRED, "Item stratum-heart-failure");
    }

    @Test
    void aScoreThatIsNotTheSumIsRefused() {
        var completed = completed(findrisc(), "wrong-total");
        item(completed, "total").addAnswer().setValue(new IntegerType(7));

        fhir.post("QuestionnaireResponse/$extract", completed).isRefusal(422, IssueType.BUSINESSRULE, "calculated");
    }

    @ParameterizedTest
    @ValueSource(strings = {"questionnaire", "subject", "authored", "status"})
    void refusesAResponseThatLacksWhatItNeeds(String element) {
        var completed = completed(findrisc(), "incomplete");
        switch (element) {
            case "questionnaire" -> completed.setQuestionnaire(null);
            case "subject" -> completed.getSubject().setReference("Patient/absent");
            case "authored" -> completed.setAuthored(null);
            default -> completed.setStatus(QuestionnaireResponseStatus.INPROGRESS);
        }

        assertThat(fhir.post("QuestionnaireResponse/$extract", completed)
                        .hasStatus(422)
                        .body())
                .contains("QuestionnaireResponse." + element);
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        var completed = completed(findrisc(), "unknown-form");
        completed.setQuestionnaire("https://example.org/Questionnaire/absent");

        fhir.get("Questionnaire/absent/$populate?subject=Patient/form").isRefusal(404, IssueType.NOTFOUND, "absent");
        fhir.get("Questionnaire/$populate?subject=Patient/form&canonical=https://example.org/absent")
                .isRefusal(404, IssueType.NOTFOUND, "https://example.org/absent");
        fhir.get("Questionnaire/$populate?subject=Patient/form").isRefusal(400, IssueType.REQUIRED, "canonical");
        fhir.get("Questionnaire/findrisc/$populate").isRefusal(400, IssueType.VALUE, "subject=Patient/<id>");
        fhir.get("Questionnaire/findrisc/$populate?subject=Patient/absent")
                .isRefusal(404, IssueType.NOTFOUND, "Patient/absent");
        fhir.get("Questionnaire/findrisc/$populate?subject=Patient/form&local=false")
                .isRefusal(400, IssueType.NOTSUPPORTED, "local");
        fhir.get("Questionnaire/findrisc/$populate?subject=Patient/form&periodStart=soon&periodEnd=2025-12-31")
                .isRefusal(400, IssueType.VALUE, "periodStart");
        fhir.post("QuestionnaireResponse/$extract", completed)
                .isRefusal(422, IssueType.NOTFOUND, "https://example.org/Questionnaire/absent");
        fhir.get("QuestionnaireResponse/absent/$extract").isRefusal(404, IssueType.NOTFOUND, "absent");
        fhir.get("QuestionnaireResponse/$extract").isRefusal(400, IssueType.REQUIRED, "questionnaire-response");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"linkId\":\"x\"}",
                "{\"type\":\"string\"}",
                "{\"linkId\":\"x\",\"type\":\"string\",\"enableWhen\":[{\"question\":\"y\"}]}",
                "{\"linkId\":\"x\",\"type\":\"date\",\"extension\":[{\"url\":"
                        + "\"http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-initialExpression\","
                        + "\"valueExpression\":{\"language\":\"text/fhirpath\",\"expression\":\"%patient.(\"}}]}",
                "{\"linkId\":\"x\",\"type\":\"date\",\"extension\":[{\"url\":"
                        + "\"http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-initialExpression\","
                        + "\"valueExpression\":{\"language\":\"text/cql-identifier\",\"expression\":\"Age\"}}]}"
            })
    void refusesAFormThatIsAtFault(String item) {
        fhir.post("Questionnaire/$populate", """
                        {"resourceType":"Parameters","parameter":[
                          {"name":"subject","valueReference":{"reference":"Patient/form"}},
                          {"name":"questionnaire","resource":{"resourceType":"Questionnaire","status":"active",
                            "item":[%s]}}]}""".formatted(item)).hasStatus(422);
    }

    private QuestionnaireResponse findrisc() {
        return response(fhir.get("Questionnaire/findrisc/$populate?subject=Patient/form&" + YEAR));
    }

    private static QuestionnaireResponse response(FhirReply reply) {
        return (QuestionnaireResponse) reply.hasStatus(200)
                .as(Parameters.class)
                .getParameter("response")
                .getResource();
    }

    private static QuestionnaireResponse completed(QuestionnaireResponse response, String id) {
        response.setId(id);
        response.setStatus(QuestionnaireResponseStatus.COMPLETED);
        response.setAuthoredElement(new DateTimeType("2025-11-20"));
        answer(response, "bmi", "bmi-over-30");
        answer(response, "activity", "activity-no");
        answer(response, "vegetables", "vegetables-no");
        answer(response, "antihypertensive", "antihypertensive-no");
        answer(response, "high-glucose", "high-glucose-yes");
        answer(response, "family", "family-none");
        return response;
    }

    private static void answer(QuestionnaireResponse response, String linkId, String code) {
        var item = item(response, linkId);
        item.setAnswer(null);
        item.addAnswer().setValue(new Coding(ANSWERS, code, null));
    }

    private static QuestionnaireResponseItemComponent item(QuestionnaireResponse response, String linkId) {
        return response.getItem().stream()
                .filter(item -> item.getLinkId().equals(linkId))
                .findFirst()
                .orElseThrow();
    }

    private Bundle extract(String id) {
        return fhir.get("QuestionnaireResponse/" + id + "/$extract")
                .hasStatus(200)
                .as(Bundle.class);
    }

    private List<String> criteria() {
        return fhir
                .get("Library/DiabetesStrata/$evaluate?subject=Patient/form&expression=Criteria&" + YEAR)
                .hasStatus(200)
                .as(Parameters.class)
                .getParameters("Criteria")
                .stream()
                .filter(criterion -> criterion.hasValue())
                .map(criterion -> String.valueOf(criterion.getValue().primitiveValue()))
                .toList();
    }

    private static Map<String, String> answers(QuestionnaireResponse response) {
        return response.getItem().stream()
                .filter(QuestionnaireResponseItemComponent::hasAnswer)
                .collect(Collectors.toMap(
                        QuestionnaireResponseItemComponent::getLinkId,
                        item -> text(item.getAnswerFirstRep().getValue())));
    }

    private static String text(Type value) {
        if (value instanceof Coding coding) {
            return coding.getCode();
        }
        return value instanceof Reference reference ? reference.getReference() : value.primitiveValue();
    }

    private static String inclusion(String programme, String stratum, boolean consent) {
        return """
                {"resourceType":"QuestionnaireResponse","status":"completed","authored":"2025-11-20",
                 "questionnaire":"https://respop.org/fhir/Questionnaire/respop-inclusion",
                 "subject":{"reference":"Patient/form"},"item":[
                  {"linkId":"programme","answer":[{"valueCoding":{
                    "system":"https://respop.org/fhir/CodeSystem/respop-programme","code":"%s"}}]},
                  {"linkId":"channel","answer":[{"valueCoding":{
                    "system":"https://respop.org/fhir/CodeSystem/respop-inclusion-channel","code":"gp"}}]},
                  {"linkId":"information","answer":[{"valueBoolean":true}]},
                  {"linkId":"consent","answer":[{"valueBoolean":%s}]},
                  {"linkId":"stratum-diabetes","answer":[{"valueCoding":{
                    "system":"https://respop.org/fhir/CodeSystem/respop-stratum","code":"%s"}}]},
                  {"linkId":"weight","answer":[{"valueDecimal":98.5}]},
                  {"linkId":"blood-pressure","item":[
                    {"linkId":"systolic","answer":[{"valueDecimal":142}]},
                    {"linkId":"diastolic","answer":[{"valueDecimal":88}]}]},
                  {"linkId":"smoking","answer":[{"valueCoding":{"system":"http://loinc.org","code":"LA15920-4"}}]}]}""".formatted(programme, consent, stratum);
    }
}
