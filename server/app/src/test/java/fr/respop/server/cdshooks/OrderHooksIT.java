package fr.respop.server.cdshooks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.respop.server.FhirHttp;
import fr.respop.server.OnAnyDatabase;
import fr.respop.server.ServerTest;
import java.util.List;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@OnAnyDatabase
@ServerTest
class OrderHooksIT {

    private static final String SIGN = "order-sign";
    private static final String SELECT = "order-select";

    private final FhirHttp fhir;
    private final CdsClient client;
    private final CdsResident resident = new CdsResident();

    @Autowired
    OrderHooksIT(FhirHttp fhir) {
        this.fhir = fhir;
        this.client = new CdsClient(fhir);
    }

    @Test
    void saysThatAnOrderClosesAnItemThatIsDue() {
        resident.store(fhir, resident.patient(), resident.diabetes(), resident.hbA1c(9.1, 300));

        var byAct = signing(resident.order("lab", CdsResident.NABM, "1577"));
        var byItem = signing(resident.order("item", CdsResident.ITEMS, "hba1c"));

        assertThat(byAct)
                .extracting(card -> card.path("summary").asText())
                .containsExactly("Prescription utile au suivi : Hémoglobine glyquée (HbA1c)");
        assertThat(byAct.get(0).path("indicator").asText()).isEqualTo("info");
        assertThat(byAct.get(0).path("detail").asText())
                .startsWith("- Hémoglobine glyquée (HbA1c) (Diabète de type 2) : attendu le ")
                .endsWith("Prescription concernée : 1577");
        assertThat(CdsClient.summaries(byItem, "hba1c")).hasSize(1);
    }

    @Test
    void saysThatAnOrderDuplicatesWhatIsUpToDate() {
        resident.store(fhir, resident.patient(), resident.diabetes(), resident.hbA1c(6.5, 0));

        var cards = client.cards(CdsClient.orders(SIGN, resident.id(), lab()), "en");

        assertThat(CdsClient.summaries(cards, "hba1c")).containsExactly("Up to date already: Glycated haemoglobin");
        assertThat(cards.get(0).path("detail").asText())
                .startsWith(
                        "- Glycated haemoglobin (Type 2 diabetes): done on " + CdsResident.today() + ", next due on ");
        assertThat(cards.get(0).path("overrideReasons")).hasSize(3);
    }

    @Test
    void hasNothingToSayOfAnOrderThatFollowsNoItem() {
        resident.store(fhir, resident.patient(), resident.diabetes());

        assertThat(signing(resident.order("other", CdsResident.NABM, "9999"), resident.drug("drug", "N02BE01")))
                .isEmpty();
        assertThat(signing(resident.order("not", CdsResident.ITEMS, "hba1c").setDoNotPerform(true)))
                .isEmpty();
    }

    @Test
    void looksAtTheSelectedOrdersWhenOrdersAreSelected() {
        resident.store(fhir, resident.patient(), resident.diabetes());
        var call = CdsClient.orders(SELECT, resident.id(), lab(), resident.order("ecg", CdsResident.ITEMS, "ecg"));
        select(call, "ServiceRequest/ecg");

        var cards = client.cards(call);

        assertThat(CdsClient.summaries(cards, "ecg")).containsExactly("Prescription utile au suivi : ECG de repos");
        assertThat(cards).hasSize(1);
        assertThat(cards.get(0).path("detail").asText()).contains("(Diabète de type 2)", "(Insuffisance cardiaque)");
    }

    @Test
    void warnsOfDrugsThatMayHarmAFailingHeart() {
        resident.store(fhir, resident.patient(), resident.heartFailure(), resident.ejectionFraction(40));

        assertThat(summaries(signing(resident.drug("drug", "M01AE01"))))
                .containsExactly("AINS dans l'insuffisance cardiaque : à éviter");
        assertThat(summaries(signing(resident.drug("drug", "C08DA01"))))
                .containsExactly("Vérapamil ou diltiazem et fraction d'éjection de 40 % ou moins : à éviter");
        assertThat(summaries(signing(resident.drug("drug", "A10BG03"))))
                .containsExactly("Glitazone dans l'insuffisance cardiaque : à éviter");
        assertThat(signing(resident.drug("drug", "C08CA01"))).isEmpty();
        var card = signing(resident.drug("drug", "M01AE01")).get(0);
        assertThat(card.path("indicator").asText()).isEqualTo("warning");
        assertThat(card.at("/source/label").asText()).isEqualTo("ESC 2021");
    }

    @Test
    void warnsOfVerapamilByTheEjectionFraction() {
        resident.store(fhir, resident.patient(), resident.heartFailure());
        var call = CdsClient.orders(SIGN, resident.id(), resident.drug("drug", "C08DA01"));

        assertThat(summaries(client.cards(call, "en")))
                .containsExactly("Verapamil or diltiazem in heart failure: the ejection fraction is unknown");

        CdsClient.sendAll(call, "observation", resident.ejectionFraction(41));

        assertThat(client.cards(call)).isEmpty();
    }

    @Test
    void tellsAnUnknownKidneyFunctionFromAGoodOne() {
        resident.store(fhir, resident.patient(), resident.diabetes());
        var call = CdsClient.orders(SIGN, resident.id(), resident.drug("drug", "A10BA02"));

        assertThat(summaries(client.cards(call))).containsExactly("Metformine : aucun DFG dans les 12 derniers mois");

        CdsClient.sendAll(call, "observation", resident.gfr(29.9, 20));
        assertThat(summaries(client.cards(call))).containsExactly("Metformine et DFG inférieur à 30 : contre-indiquée");

        CdsClient.sendAll(call, "observation", resident.gfr(30, 20));
        assertThat(summaries(client.cards(call)))
                .containsExactly("Metformine et DFG de 30 à 44 : au plus 1 000 mg par jour");

        CdsClient.sendAll(call, "observation", resident.gfr(45, 20));
        assertThat(client.cards(call)).isEmpty();
    }

    @Test
    void checksADrugForWhomItHasNeverSeen() {
        var call = CdsClient.orders(SELECT, resident.id(), resident.drug("drug", "M01AE01"));
        CdsClient.send(call, "patient", resident.patient());
        CdsClient.sendAll(call, "condition", resident.heartFailure());
        select(call, "MedicationRequest/drug");

        assertThat(summaries(client.cards(call))).containsExactly("AINS dans l'insuffisance cardiaque : à éviter");
    }

    @Test
    void judgesEachOrderByItself() {
        resident.store(fhir, resident.patient(), resident.heartFailure());
        var other = resident.drug("stored", "M01AE01");
        other.setId(resident.id() + "-stored");
        resident.store(fhir, other);

        assertThat(signing(resident.drug("first", "N02BE01"))).isEmpty();
        assertThat(signing(
                        resident.drug("first", "N02BE01"),
                        resident.drug("second", "M01AE01"),
                        resident.order("third", CdsResident.NABM, "9999")))
                .hasSize(1)
                .allSatisfy(
                        card -> assertThat(card.path("detail").asText()).endsWith("Prescription concernée : M01AE01"));
    }

    @Test
    void asksARuleThatIsAddedWithoutARestart() {
        resident.store(fhir, resident.patient());
        var address = "PlanDefinition/cds-rule";
        var library = "https://respop.org/fhir/Library/DrugsToAvoid|0.1.0";
        var rule = """
                {"resourceType": "PlanDefinition", "id": "cds-rule", "url": "https://hospital.example/PlanDefinition/cds-rule",
                 "status": "active", "library": ["%s"], "action": [{"id": "x", "title": "Any NSAID", "description": "Think twice.",
                 "trigger": [{"type": "named-event", "name": "order-sign"}], "condition": [{"kind": "applicability",
                 "expression": {"language": "text/cql-identifier", "expression": "Drafts an NSAID"}}]}]}
                """.formatted(library);
        fhir.put(address, rule).isStored();
        try {
            assertThat(signing(resident.drug("drug", "M01AE01")))
                    .singleElement()
                    .satisfies(card -> {
                        assertThat(card.path("summary").asText()).isEqualTo("Any NSAID");
                        assertThat(card.path("indicator").asText()).isEqualTo("info");
                        assertThat(card.at("/source/label").asText()).isEqualTo("Respop");
                    });
            assertThat(signing(resident.drug("drug", "N02BE01"))).isEmpty();
        } finally {
            fhir.delete(address).hasStatus(200);
        }
        assertThat(signing(resident.drug("drug", "M01AE01"))).isEmpty();
    }

    private Resource lab() {
        return resident.order("lab", CdsResident.NABM, "1577");
    }

    private List<JsonNode> signing(Resource... orders) {
        return client.cards(CdsClient.orders(SIGN, resident.id(), orders));
    }

    static void select(ObjectNode call, String reference) {
        call.withObject("/context").putArray("selections").add(reference);
    }

    private static List<String> summaries(List<JsonNode> cards) {
        return cards.stream().map(card -> card.path("summary").asText()).toList();
    }
}
