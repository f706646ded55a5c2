package fr.respop.server.cdshooks;

import ca.uhn.hapi.fhir.cdshooks.api.json.CdsServiceIndicatorEnum;
import ca.uhn.hapi.fhir.cdshooks.api.json.CdsServiceResponseCardJson;
import java.util.List;

/** Says of an order what the rules of the content say of it. */
final class RuleCards {

    private final Setting setting;
    private final Cards cards;
    private final List<OrderRule> rules;

    RuleCards(Setting setting) {
        this.setting = setting;
        this.cards = setting.cards();
        this.rules = setting.knowledge().rules(setting.request().service());
    }

    List<CdsServiceResponseCardJson> of(DraftOrder order) {
        setting.evaluator().enter(setting.resident().with(order.resource()));
        return rules.stream()
                .filter(rule -> rule.holds(setting.evaluator()))
                .map(rule -> card(order, rule))
                .toList();
    }

    private CdsServiceResponseCardJson card(DraftOrder order, OrderRule rule) {
        return cards.dismissible(cards.card(
                order.reference() + " " + rule.id(),
                rule.isUrgent() ? CdsServiceIndicatorEnum.WARNING : CdsServiceIndicatorEnum.INFO,
                rule.title().in(setting.language()),
                rule.text().in(setting.language()) + "\n\n"
                        + setting.texts().of("order.about", order.name(setting.texts())),
                rule.source().isEmpty() ? Cards.PUBLISHER : rule.source(),
                order.code().getCodingFirstRep()));
    }
}
