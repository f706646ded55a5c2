package fr.respop.server.cdshooks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.respop.server.FhirHttp;
import fr.respop.server.ServerTest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.UUID;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
class PatientViewIT {

    private static final String HOOK = "patient-view";
    private static final String INS_FOR_TESTS = "urn:oid:1.2.250.1.213.1.4.10";

    private final FhirHttp fhir;
    private final CdsClient client;
    private final CdsResident resident = new CdsResident();

    @Autowired
    PatientViewIT(FhirHttp fhir) {
        this.fhir = fhir;
        this.client = new CdsClient(fhir);
    }

    @Test
    void knowsWhomItHasNeverSeenByThePrefetchAlone() {
        var call = CdsClient.call(HOOK, resident.id());
        CdsClient.send(call, "patient", resident.patient());
        CdsClient.sendAll(call, "condition", resident.diabetes());
        CdsClient.sendAll(call, "observation", resident.hbA1c(9.1, 200));
        call.withObject("/prefetch").putNull("goal");

        var cards = client.cards(call);

        assertThat(CdsClient.summaries(cards, "diabetes")).hasSize(2).satisfies(summaries -> {
            assertThat(summaries.get(0)).isEqualTo("Diabète, strate 2 : instable (calculée, non confirmée)");
            assertThat(summaries.get(1)).startsWith("Diabète de type 2, actes de suivi :");
        });
        assertThat(CdsClient.suggested(cards)).contains("hba1c", "fundus", "ecg");
        assertThat(cards.get(0).path("detail").asText()).contains("Données manquantes : ");
        assertThat(cards.get(0).path("indicator").asText()).isEqualTo("info");
        fhir.get("Patient/" + resident.id()).hasStatus(404);
        fhir.get("Condition/" + resident.diabetes().getIdElement().getIdPart()).hasStatus(404);
    }

    @Test
    void showsTheOverdueFromTheLongestOverdueOn() {
        var call = CdsClient.call(HOOK, resident.id());
        CdsClient.send(call, "patient", resident.patient());
        CdsClient.sendAll(call, "condition", resident.diabetes());
        CdsClient.sendAll(call, "observation", resident.hbA1c(9.1, 300), resident.gfr(80, 800));

        var card = gaps(client.cards(call, "en"));

        assertThat(card.path("indicator").asText()).isEqualTo("warning");
        assertThat(card.path("selectionBehavior").asText()).isEqualTo("any");
        assertThat(card.path("uuid").asText()).satisfies(UUID::fromString);
        assertThat(card.at("/source/label").asText()).isEqualTo("Respop");
        assertThat(card.path("overrideReasons").findValuesAsText("code"))
                .containsExactly("refused", "contraindicated", "done-elsewhere");
        assertThat(card.path("detail").asText())
                .startsWith("**Overdue**\n\n")
                .containsSubsequence(
                        "Full laboratory check: due on "
                                + CdsResident.today().minusDays(800).plusYears(1),
                        "never done in full",
                        "Glycated haemoglobin",
                        "last done on " + CdsResident.today().minusDays(300),
                        "to be done now, never done");
        assertThat(CdsClient.suggested(List.of(card))).startsWith("lab-panel", "hba1c");
        var order = card.at("/suggestions/0/actions/0");
        assertThat(order.path("type").asText()).isEqualTo("create");
        assertThat(order.at("/resource/subject/reference").asText()).isEqualTo("Patient/" + resident.id());
        assertThat(order.at("/resource/occurrenceDateTime").asText())
                .isEqualTo(CdsResident.today().toString());
        assertThat(order.at("/resource/reasonCode/0/coding/0/code").asText()).isNotBlank();
    }

    @Test
    void answersTheSameToTheSameCall() {
        var call = CdsClient.call(HOOK, resident.id());
        CdsClient.send(call, "patient", resident.patient());
        CdsClient.sendAll(call, "condition", resident.diabetes());

        assertThat(client.cards(call)).isEqualTo(client.cards(call)).isNotEmpty();
    }

    @Test
    void showsTheProposalThenWhatTheGpMadeOfIt() {
        resident.store(
                fhir,
                CdsResident.practitioner(),
                resident.patient().addGeneralPractitioner(new Reference("Practitioner/cds-gp")),
                resident.diabetes());
        post("Patient/" + resident.id() + "/$stratify");
        var proposal = fhir.get("RiskAssessment?subject=Patient/" + resident.id())
                .as(Bundle.class)
                .getEntryFirstRep()
                .getResource()
                .getIdElement()
                .getIdPart();

        var proposed = client.cards(CdsClient.call(HOOK, resident.id())).get(0);

        assertThat(proposed.path("summary").asText()).isEqualTo("Diabète, strate 2 : instable (proposée, à confirmer)");
        assertThat(proposed.path("indicator").asText()).isEqualTo("warning");
        assertThat(proposed.at("/links/0/url").asText()).isEqualTo(fhir.base() + "RiskAssessment/" + proposal);
        assertThat(proposed.at("/links/0/type").asText()).isEqualTo("absolute");

        post("RiskAssessment/" + proposal + "/$confirm?practitioner=Practitioner/cds-gp");
        var confirmed = client.cards(CdsClient.call(HOOK, resident.id())).get(0);

        assertThat(confirmed.path("summary").asText()).isEqualTo("Diabète, strate 2 : instable (confirmée)");
        assertThat(confirmed.path("indicator").asText()).isEqualTo("info");
        assertThat(confirmed.has("links")).isFalse();
    }

    @Test
    void addsWhatIsSentToWhatIsStored() {
        resident.store(fhir, resident.patient(), resident.diabetes());
        var call = CdsClient.call(HOOK, resident.id());

        assertThat(CdsClient.suggested(client.cards(call))).contains("hba1c");

        CdsClient.sendAll(call, "observation", resident.hbA1c(6.5, 20));

        assertThat(CdsClient.suggested(client.cards(call))).isNotEmpty().doesNotContain("hba1c");
        fhir.get("Observation/" + resident.hbA1c(6.5, 20).getIdElement().getIdPart())
                .hasStatus(404);
    }

    @Test
    void believesTheClientAboutAResourceThatIsStoredToo() {
        var result = resident.hbA1c(6.5, 20);
        resident.store(fhir, resident.patient(), resident.diabetes(), result);
        var call = CdsClient.call(HOOK, resident.id());

        assertThat(CdsClient.suggested(client.cards(call))).isNotEmpty().doesNotContain("hba1c");

        CdsClient.sendAll(call, "observation", result.setStatus(ObservationStatus.ENTEREDINERROR));

        assertThat(CdsClient.suggested(client.cards(call))).contains("hba1c");
    }

    @Test
    void findsThePatientOfAnotherServerByTheNationalIdentifierOnly() {
        resident.store(
                fhir, identified(resident.patient(), "255057510812332"), resident.diabetes(), resident.hbA1c(6.5, 20));
        var elsewhere = new CdsResident();
        var call = CdsClient.call(HOOK, elsewhere.id()).put("fhirServer", "https://gp.example/fhir");
        CdsClient.send(call, "patient", identified(elsewhere.patient(), "255057510812332"));

        var cards = client.cards(call);

        assertThat(CdsClient.suggested(cards)).contains("fundus").doesNotContain("hba1c");
        assertThat(gaps(cards)
                        .at("/suggestions/0/actions/0/resource/subject/reference")
                        .asText())
                .isEqualTo("Patient/" + elsewhere.id());

        var sameId = CdsClient.call(HOOK, resident.id()).put("fhirServer", "https://gp.example/fhir");
        CdsClient.send(sameId, "patient", resident.patient());

        assertThat(client.cards(sameId)).isEmpty();
    }

    @Test
    void saysNothingOfWhomNoProgrammeConcerns() {
        resident.store(fhir, resident.patient());

        assertThat(client.cards(CdsClient.call(HOOK, resident.id()))).isEmpty();
    }

    @Test
    void speaksTheLanguageOfTheClient() {
        resident.store(fhir, resident.patient(), resident.heartFailure());
        var call = CdsClient.call(HOOK, resident.id());

        assertThat(gaps(client.cards(call, "en-GB")).path("summary").asText()).startsWith("Heart failure, follow-up");
        assertThat(gaps(client.cards(call, "de, fr;q=0.5")).path("summary").asText())
                .startsWith("Insuffisance cardiaque, actes de suivi");
        assertThat(gaps(client.cards(call, "de")).path("summary").asText()).startsWith("Insuffisance cardiaque");
        assertThat(client.cards(call, "fr"))
                .allSatisfy(card ->
                        assertThat(card.path("summary").asText().length()).isBetween(1, 139));
    }

    private static JsonNode gaps(List<JsonNode> cards) {
        return cards.stream()
                .filter(card -> card.has("suggestions"))
                .findFirst()
                .orElseThrow();
    }

    private static Patient identified(Patient patient, String ins) {
        patient.addIdentifier().setSystem(INS_FOR_TESTS).setValue(ins);
        return patient;
    }

    private void post(String path) {
        fhir.send(fhir.request(path).POST(BodyPublishers.noBody())).hasStatus(200);
    }
}
