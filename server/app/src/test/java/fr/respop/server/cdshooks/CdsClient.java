package fr.respop.server.cdshooks;

import ca.uhn.fhir.context.FhirContext;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.respop.server.FhirHttp;
import fr.respop.server.FhirReply;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Resource;

/** GP software that calls the services. */
final class CdsClient {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final FhirHttp fhir;

    CdsClient(FhirHttp fhir) {
        this.fhir = fhir;
    }

    /** A call of a service without prefetch. */
    static ObjectNode call(String hook, String patientId) {
        var call = JSON.createObjectNode().put("hook", hook).put("hookInstance", "" + UUID.randomUUID());
        call.putObject("context").put("userId", "Practitioner/gp").put("patientId", patientId);
        return call;
    }

    /** Sends a resource under a key of the prefetch. */
    static void send(ObjectNode call, String key, Resource resource) {
        call.withObject("/prefetch").set(key, json(resource));
    }

    /** Sends resources in a Bundle, as a search answers them. */
    static void sendAll(ObjectNode call, String key, Resource... resources) {
        send(call, key, bundle(BundleType.SEARCHSET, resources));
    }

    /** A call about draft orders. */
    static ObjectNode orders(String hook, String patientId, Resource... orders) {
        var call = call(hook, patientId);
        call.withObject("/context").set("draftOrders", json(bundle(BundleType.COLLECTION, orders)));
        return call;
    }

    private static Bundle bundle(BundleType type, Resource... resources) {
        var bundle = new Bundle().setType(type);
        for (var resource : resources) {
            bundle.addEntry().setResource(resource);
        }
        return bundle;
    }

    static JsonNode json(Resource resource) {
        return parse(FhirContext.forR4Cached().newJsonParser().encodeResourceToString(resource));
    }

    static JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(text, e);
        }
    }

    FhirReply post(String path, String contentType, String body) {
        return post(path, contentType, "fr", body);
    }

    private FhirReply post(String path, String contentType, String language, String body) {
        return fhir.send(fhir.request("/cds-services/" + path)
                .header("Content-Type", contentType)
                .header("Accept-Language", language)
                .POST(BodyPublishers.ofString(body)));
    }

    FhirReply post(String path, JsonNode body) {
        return post(path, "application/json", body.toString());
    }

    /** The cards that a service answers in French. */
    List<JsonNode> cards(JsonNode call) {
        return cards(call, "fr-FR,fr;q=0.9,en;q=0.8");
    }

    List<JsonNode> cards(JsonNode call, String language) {
        var service = "respop-" + call.path("hook").asText();
        var answer =
                post(service, "application/json", language, call.toString()).hasStatus(200);
        var cards = new ArrayList<JsonNode>();
        parse(answer.body()).path("cards").forEach(cards::add);
        return cards;
    }

    /** The summaries of cards whose topic has a code. */
    static List<String> summaries(List<JsonNode> cards, String topic) {
        return cards.stream()
                .filter(isAbout(topic))
                .map(card -> card.path("summary").asText())
                .toList();
    }

    static Predicate<JsonNode> isAbout(String topic) {
        return card -> card.at("/source/topic/code").asText().equals(topic);
    }

    /** The codes of the items that the cards suggest to order, in their order. */
    static List<String> suggested(List<JsonNode> cards) {
        return cards.stream()
                .flatMap(card -> card.findValues("resource").stream())
                .map(order -> order.at("/code/coding/0/code").asText())
                .toList();
    }
}
