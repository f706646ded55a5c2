package fr.respop.server.cdshooks;

import ca.uhn.hapi.fhir.cdshooks.api.json.CdsServiceIndicatorEnum;
import ca.uhn.hapi.fhir.cdshooks.api.json.CdsServiceResponseCardJson;
import ca.uhn.hapi.fhir.cdshooks.api.json.CdsServiceResponseCardSourceJson;
import ca.uhn.hapi.fhir.cdshooks.api.json.CdsServiceResponseCodingJson;
import ca.uhn.hapi.fhir.cdshooks.api.json.CdsServiceResponseSuggestionActionJson;
import ca.uhn.hapi.fhir.cdshooks.api.json.CdsServiceResponseSuggestionJson;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Resource;

/** Makes the cards of one answer. The same call of a service gets the same cards, numbers included. */
final class Cards {

    static final String PUBLISHER = "Respop";

    /** What CDS Hooks allows in a summary. */
    private static final int LONGEST_SUMMARY = 139;

    private final HookRequest request;
    private final Knowledge knowledge;
    private final Texts texts;

    Cards(HookRequest request, Knowledge knowledge, Texts texts) {
        this.request = request;
        this.knowledge = knowledge;
        this.texts = texts;
    }

    /**
     * A card without suggestions.
     *
     * @param key tells it from the other cards of the answer
     * @param source where what it says comes from
     * @param topic the programme, item or drug that it is about; left out if it has no code
     */
    CdsServiceResponseCardJson card(
            String key, CdsServiceIndicatorEnum indicator, String summary, String detail, String source, Coding topic) {
        var from = new CdsServiceResponseCardSourceJson().setLabel(source);
        if (topic.hasCode()) {
            from.setTopic(coding(topic.getSystem(), topic.getCode(), topic.getDisplay()));
        }
        return new CdsServiceResponseCardJson()
                .setUuid(uuid(key))
                .setIndicator(indicator)
                .setSummary(shortened(summary))
                .setDetail(detail)
                .setSource(from);
    }

    /** The same with the reasons for which it may be dismissed. */
    CdsServiceResponseCardJson dismissible(CdsServiceResponseCardJson card) {
        return card.setOverrideReasons(knowledge.labels().all(Knowledge.OVERRIDE_REASONS).entrySet().stream()
                .map(reason -> coding(
                        Knowledge.OVERRIDE_REASONS,
                        reason.getKey(),
                        reason.getValue().in(texts.language())))
                .toList());
    }

    /** A suggestion to create a resource. */
    CdsServiceResponseSuggestionJson suggestion(String key, String label, Resource created) {
        var suggestion =
                new CdsServiceResponseSuggestionJson().setUuid(uuid(key)).setLabel(label);
        suggestion.addAction(new CdsServiceResponseSuggestionActionJson()
                .setType("create")
                .setDescription(label)
                .setResource(created));
        return suggestion;
    }

    private String uuid(String key) {
        var name = request.hookInstance() + " " + request.service().id() + " " + key;
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static CdsServiceResponseCodingJson coding(String system, String code, String display) {
        return new CdsServiceResponseCodingJson()
                .setSystem(system)
                .setCode(code)
                .setDisplay(display);
    }

    private static String shortened(String summary) {
        return summary.length() <= LONGEST_SUMMARY ? summary : summary.substring(0, LONGEST_SUMMARY - 1) + "…";
    }
}
