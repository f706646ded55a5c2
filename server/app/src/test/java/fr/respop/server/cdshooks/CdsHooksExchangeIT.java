package fr.respop.server.cdshooks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.respop.server.FhirHttp;
import fr.respop.server.OnAnyDatabase;
import fr.respop.server.ServerTest;
import java.util.List;
import java.util.stream.StreamSupport;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A CDS Hooks client from discovery to feedback, as the specification has it: it knows nothing but the address. */
@OnAnyDatabase
@ServerTest
class CdsHooksExchangeIT {

    private final FhirHttp fhir;
    private final CdsClient client;
    private final CdsResident resident = new CdsResident();

    @Autowired
    CdsHooksExchangeIT(FhirHttp fhir) {
        this.fhir = fhir;
        this.client = new CdsClient(fhir);
    }

    @Test
    void discoversTheServices() {
        var services =
                CdsClient.parse(fhir.get("/cds-services").hasStatus(200).body()).path("services");

        assertThat(services.findValuesAsText("id"))
                .containsExactly("respop-patient-view", "respop-order-select", "respop-order-sign");
        assertThat(services.findValuesAsText("hook")).containsExactly("patient-view", "order-select", "order-sign");
        assertThat(services.get(0).path("title").asText()).isEqualTo("Strate et suivi");
        assertThat(services).allSatisfy(service -> {
            assertThat(service.path("description").asText()).isNotBlank();
            assertThat(service.at("/prefetch/patient").asText()).isEqualTo("Patient/{{context.patientId}}");
            assertThat(service.at("/prefetch/observation").asText())
                    .isEqualTo("Observation?patient={{context.patientId}}&_count=1000");
            assertThat(service.path("prefetch").has("medicationRequest")).isTrue();
        });
        assertThat(services.get(0).path("prefetch").has("riskAssessment")).isTrue();
    }

    @Test
    void followsASuggestion() {
        resident.store(fhir, resident.patient(), resident.diabetes(), resident.hbA1c(9.1, 300));
        var service = service("patient-view");
        var call = CdsClient.call(service.path("hook").asText(), resident.id())
                .put("fhirServer", fhir.base().toString());
        call.set("prefetch", prefetch(service));

        var card = client.cards(call).stream()
                .filter(one -> one.has("suggestions"))
                .findFirst()
                .orElseThrow();
        var suggestion = card.at("/suggestions/0");
        var created = fhir.post(
                        "ServiceRequest", suggestion.at("/actions/0/resource").toString())
                .hasStatus(201);
        assertThat(created.header("Location")).isPresent();
        assertThat(requests()).singleElement().satisfies(request -> {
            assertThat(request.getCode().getCodingFirstRep().getCode()).isEqualTo("hba1c");
            assertThat(request.getInstantiatesCanonical().get(0).getValue())
                    .startsWith("https://respop.org/fhir/ActivityDefinition/DiabetesHbA1cActivity|");
        });

        client.post(service.path("id").asText() + "/feedback", feedback(card, suggestion))
                .hasStatus(200);
        var stored =
                fhir.get("AuditEvent?entity-name=" + card.path("uuid").asText()).as(Bundle.class);
        assertThat(((AuditEvent) stored.getEntryFirstRep().getResource())
                        .getSubtypeFirstRep()
                        .getCode())
                .isEqualTo("accepted");
    }

    private JsonNode service(String hook) {
        var services = CdsClient.parse(fhir.get("/cds-services").body()).path("services");
        return StreamSupport.stream(services.spliterator(), false)
                .filter(service -> service.path("hook").asText().equals(hook))
                .findFirst()
                .orElseThrow();
    }

    private ObjectNode prefetch(JsonNode service) {
        var prefetch = JsonNodeFactory.instance.objectNode();
        service.path("prefetch").properties().forEach(template -> {
            var query = template.getValue().asText().replace("{{context.patientId}}", resident.id());
            prefetch.set(
                    template.getKey(),
                    CdsClient.parse(fhir.get(query).hasStatus(200).body()));
        });
        return prefetch;
    }

    private List<ServiceRequest> requests() {
        return fhir.get("ServiceRequest?patient=" + resident.id()).as(Bundle.class).getEntry().stream()
                .map(entry -> (ServiceRequest) entry.getResource())
                .toList();
    }

    private static ObjectNode feedback(JsonNode card, JsonNode suggestion) {
        var body = JsonNodeFactory.instance.objectNode();
        var feedback = body.putArray("feedback")
                .addObject()
                .put("card", card.path("uuid").asText())
                .put("outcome", "accepted")
                .put("outcomeTimestamp", "2026-03-01T10:05:31Z");
        feedback.putArray("acceptedSuggestions")
                .addObject()
                .put("id", suggestion.path("uuid").asText());
        return body;
    }
}
