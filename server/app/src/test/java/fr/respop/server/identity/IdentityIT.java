package fr.respop.server.identity;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import fr.respop.server.FhirHttp;
import fr.respop.server.ServerTest;
import fr.respop.server.fhir.IdentifierSystems;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
class IdentityIT {

    private static final String WRONG_NIR = "269054958815781";
    private static final String RIGHT_NIR = "269054958815780";

    private final FhirHttp fhir;

    @Autowired
    IdentityIT(FhirHttp fhir) {
        this.fhir = fhir;
    }

    @Test
    void refusesAnInsNumberWithAWrongKeyAndDoesNotRepeatIt() {
        var refusal = fhir.post("Patient", resident(IdentifierSystems.INS_NIR, WRONG_NIR))
                .isRefusal(422, IssueType.BUSINESSRULE, "key", "Check the number");

        assertThat(refusal.body()).doesNotContain(WRONG_NIR);
        assertThat(refusal.as(OperationOutcome.class).getIssueFirstRep().getExpression())
                .extracting(Object::toString)
                .containsExactly("Patient.identifier[0].value");
    }

    @Test
    void storesAnInsNumberWithTheRightKey() {
        assertThat(fhir.post("Patient", resident(IdentifierSystems.INS_NIR, RIGHT_NIR))
                        .hasStatus(201)
                        .header("Warning"))
                .isEmpty();
    }

    @Test
    void refusesAnRppsNumberWithAWrongKey() {
        var practitioner = new Practitioner();
        practitioner.addIdentifier(
                new Identifier().setSystem(IdentifierSystems.RPPS).setValue("10000000008"));

        fhir.post("Practitioner", practitioner).isRefusal(422, IssueType.BUSINESSRULE, "RPPS", "11 digits");
    }

    @Test
    void namesEveryRuleThatAResidentBreaks() {
        var resident = resident(IdentifierSystems.INS_NIR, WRONG_NIR).setGender(AdministrativeGender.OTHER);
        resident.addAddress().setPostalCode("1000");

        var outcome = fhir.post("Patient", resident)
                .isRefusal(422, IssueType.BUSINESSRULE, "key", "male, female and unknown", "5 digits")
                .as(OperationOutcome.class);

        assertThat(outcome.getIssue())
                .extracting(issue -> issue.getExpression().get(0).getValue())
                .containsExactly("Patient.identifier[0].value", "Patient.gender", "Patient.address[0].postalCode");
    }

    @Test
    void refusesAPatchThatBreaksARule() {
        var id = fhir.post("Patient", resident(IdentifierSystems.INS_NIR, RIGHT_NIR))
                .hasStatus(201)
                .as(Patient.class)
                .getIdElement()
                .getIdPart();

        fhir.send(fhir.request("Patient/" + id)
                        .header("Content-Type", "application/json-patch+json")
                        .method("PATCH", BodyPublishers.ofString("""
                                        [{"op": "add", "path": "/gender", "value": "other"}]""")))
                .isRefusal(422, IssueType.BUSINESSRULE, "male, female and unknown");
    }

    @Test
    void refusesATransactionWithOneBadResidentAndStoresNothing() {
        var good = (Patient) resident(IdentifierSystems.INS_NIR, RIGHT_NIR).setId("identity-it-good");
        var bad = (Patient) resident(IdentifierSystems.INS_NIR, WRONG_NIR).setId("identity-it-bad");

        fhir.post("", transaction(List.of(good, bad))).isRefusal(422, IssueType.BUSINESSRULE, "key");

        fhir.get("Patient/identity-it-good").hasStatus(404);
    }

    @Test
    void warnsOfATestNumberWithAWrongKeyInAHeader() {
        var answer = fhir.post("Patient", resident(IdentifierSystems.INS_NIR_TEST, WRONG_NIR))
                .hasStatus(201);

        assertThat(answer.header("Warning"))
                .get()
                .asString()
                .startsWith("199 Respop \"Patient.identifier[0].value: ")
                .doesNotContain(WRONG_NIR);
    }

    @Test
    void warnsInTheOutcomeThatTheClientAskedFor() {
        var body = FhirContext.forR4Cached()
                .newJsonParser()
                .encodeResourceToString(resident(IdentifierSystems.INS_NIR_TEST, WRONG_NIR));

        var outcome = fhir.send(fhir.request("Patient")
                        .header("Content-Type", "application/fhir+json")
                        .header("Prefer", "return=OperationOutcome")
                        .POST(BodyPublishers.ofString(body)))
                .hasStatus(201)
                .as(OperationOutcome.class);

        assertThat(warnings(outcome)).containsExactly("Patient.identifier[0].value");
    }

    @Test
    void warnsInTheEntryOfATransactionThatCausedIt() {
        var right = resident(IdentifierSystems.INS_NIR_TEST, RIGHT_NIR);
        var wrong = resident(IdentifierSystems.INS_NIR_TEST, WRONG_NIR);

        var entries = fhir.post("", transaction(List.of(right, wrong)))
                .hasStatus(200)
                .as(Bundle.class)
                .getEntry();

        assertThat(warnings(entries.get(0).getResponse().getOutcome())).isEmpty();
        assertThat(warnings(entries.get(1).getResponse().getOutcome())).containsExactly("Patient.identifier[0].value");
    }

    private static List<String> warnings(Resource outcome) {
        return ((OperationOutcome) outcome)
                .getIssue().stream()
                        .filter(issue -> issue.getSeverity() == IssueSeverity.WARNING)
                        .map(issue -> issue.getExpression().get(0).getValue())
                        .toList();
    }

    private static Patient resident(String system, String value) {
        return new Patient().addIdentifier(new Identifier().setSystem(system).setValue(value));
    }

    private static Bundle transaction(List<Patient> residents) {
        var bundle = new Bundle().setType(BundleType.TRANSACTION);
        for (var resident : residents) {
            var id = resident.getIdElement().getIdPart();
            bundle.addEntry()
                    .setResource(resident)
                    .getRequest()
                    .setMethod(id == null ? HTTPVerb.POST : HTTPVerb.PUT)
                    .setUrl(id == null ? "Patient" : "Patient/" + id);
        }
        return bundle;
    }
}
