package fr.respop.server.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import fr.respop.server.FhirHttp;
import fr.respop.server.ServerTest;
import java.util.List;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.OperationOutcome.OperationOutcomeIssueComponent;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
class ValidationIT {

    private static final String TERRITORY = "https://respop.org/fhir/StructureDefinition/respop-territory";

    /** A territory needs a type, a postal code and to be active or not. */
    private static final String NO_TERRITORY = """
            {"resourceType":"Organization","meta":{"profile":["%s"]},"name":"Nowhere"}""".formatted(TERRITORY);

    private final FhirHttp fhir;

    @Autowired
    ValidationIT(FhirHttp fhir) {
        this.fhir = fhir;
    }

    @Test
    void validatesAgainstAnInstalledProfile() {
        var unclaimed = "{\"resourceType\":\"Organization\",\"name\":\"Nowhere\"}";

        assertThat(errors("Organization/$validate", unclaimed)).isEmpty();
        assertThat(errors("Organization/$validate?profile=" + TERRITORY, unclaimed))
                .anySatisfy(issue -> assertThat(issue.getDiagnostics()).contains("Organization.type"));
    }

    @Test
    void validatesAgainstTheProfilesThatAResourceClaims() {
        assertThat(errors("Organization/$validate", NO_TERRITORY)).isNotEmpty();
    }

    @Test
    void aProfileThatIsNotInstalledIsAWarning() {
        var issues = issues("Observation/$validate", """
                {"resourceType":"Observation",
                 "meta":{"profile":["https://hl7.fr/ig/fhir/core/StructureDefinition/fr-core-observation-body-weight"]},
                 "status":"final","code":{"text":"Poids"}}""");

        assertThat(issues)
                .anySatisfy(issue -> {
                    assertThat(issue.getDiagnostics()).contains("fr-core-observation-body-weight");
                    assertThat(issue.getSeverity()).isEqualTo(IssueSeverity.WARNING);
                })
                .noneSatisfy(issue -> assertThat(issue.getSeverity()).isEqualTo(IssueSeverity.ERROR));
    }

    @Test
    void codesOfSystemsThatAreNotInstalledAreNoErrors() {
        assertThat(errors("Observation/$validate", """
                        {"resourceType":"Observation","status":"final",
                         "code":{"coding":[{"system":"http://loinc.org","code":"4548-4"}]},
                         "valueQuantity":{"value":7.1,"unit":"%","system":"http://unitsofmeasure.org","code":"%"}}""")).isEmpty();
        assertThat(errors("Condition/$validate", """
                        {"resourceType":"Condition","subject":{"reference":"Patient/any"},
                         "clinicalStatus":{"coding":[
                           {"system":"http://terminology.hl7.org/CodeSystem/condition-clinical","code":"active"}]},
                         "code":{"coding":[
                           {"system":"https://smt.esante.gouv.fr/terminologie-cim-10","code":"E11.98"},
                           {"system":"http://hl7.org/fhir/sid/icd-10","code":"E11.9"}]}}""")).isEmpty();
        assertThat(errors("MedicationDispense/$validate", """
                        {"resourceType":"MedicationDispense","status":"completed","subject":{"reference":"Patient/any"},
                         "medicationCodeableConcept":{"coding":[{"system":"http://www.whocc.no/atc","code":"A10BA02"}]},
                         "whenHandedOver":"2025-06-01"}""")).isEmpty();
    }

    @Test
    void aCodeOutsideARequiredValueSetIsAnError() {
        assertThat(errors("Condition/$validate", """
                        {"resourceType":"Condition","subject":{"reference":"Patient/any"},
                         "clinicalStatus":{"coding":[
                           {"system":"http://terminology.hl7.org/CodeSystem/condition-clinical","code":"perhaps"}]}}""")).isNotEmpty();
    }

    @Test
    void aResourceThatBreaksAProfileOfOursThatItClaimsIsNotStored() {
        fhir.post("Organization", NO_TERRITORY)
                .isRefusal(422, IssueType.INVARIANT, "Organization.type", "respop-territory");
        fhir.post("", """
                        {"resourceType":"Bundle","type":"transaction","entry":[
                          {"resource":%s,"request":{"method":"POST","url":"Organization"}}]}""".formatted(NO_TERRITORY)).isRefusal(422, IssueType.INVARIANT, "Organization.type");

        assertThat(fhir.get("Organization?name=Nowhere").as(Bundle.class).getEntry())
                .isEmpty();
    }

    @Test
    void aResourceThatClaimsNoProfileOfOursIsStoredAsItIs() {
        fhir.post("Organization", "{\"resourceType\":\"Organization\",\"name\":\"Somewhere\"}")
                .hasStatus(201);
    }

    private List<OperationOutcomeIssueComponent> errors(String path, String resource) {
        return issues(path, resource).stream()
                .filter(issue ->
                        issue.getSeverity() == IssueSeverity.ERROR || issue.getSeverity() == IssueSeverity.FATAL)
                .toList();
    }

    private List<OperationOutcomeIssueComponent> issues(String path, String resource) {
        return fhir.post(path, resource)
                .hasStatus(200)
                .as(OperationOutcome.class)
                .getIssue();
    }
}
