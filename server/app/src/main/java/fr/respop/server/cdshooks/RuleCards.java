package fr.respop.server.cdshooks;

import ca.uhn.hapi.fhir.cdshooks.api.json.CdsServiceIndicatorEnum;
import ca.uhn.hapi.fhir.cdshooks.api.json.CdsServiceResponseCardJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Says of orders what the rules of the content say of them: one card a rule. */
final class RuleCards {

    private final Setting setting;
    private final List<DraftOrder> orders;
    private final List<OrderRule> holding;

    /** @param setting whose evaluator is at the resident with all the orders as drafts */
    RuleCards(Setting setting, List<DraftOrder> orders) {
        this.setting = setting;
        this.orders = orders;
        this.holding = setting.knowledge().rules(setting.request().service()).stream()
                .filter(rule -> rule.holds(setting.evaluator()))
                .toList();
    }

    /** Moves the evaluator on. */
    List<CdsServiceResponseCardJson> all() {
        var cards = new ArrayList<CdsServiceResponseCardJson>();
        ordersByRule().forEach((rule, meant) -> cards.add(card(rule, meant)));
        return cards;
    }

    /** The orders for which a rule holds alone; all of them if it holds for them together only. */
    private Map<OrderRule, List<DraftOrder>> ordersByRule() {
        var meant = new LinkedHashMap<OrderRule, List<DraftOrder>>();
        holding.forEach(rule -> meant.put(rule, new ArrayList<>()));
        if (orders.size() > 1 && !holding.isEmpty()) {
            for (var order : orders) {
                setting.evaluator().enter(setting.resident().with(List.of(order.resource())));
                meant.forEach((rule, its) -> {
                    if (rule.holds(setting.evaluator())) {
                        its.add(order);
                    }
                });
            }
        }
        meant.replaceAll((rule, its) -> its.isEmpty() ? orders : its);
        return meant;
    }

    private CdsServiceResponseCardJson card(OrderRule rule, List<DraftOrder> meant) {
        var texts = setting.texts();
        var names = meant.stream().map(order -> order.name(texts)).collect(Collectors.joining(", "));
        var cards = setting.cards();
        return cards.dismissible(cards.card(
                rule.id(),
                rule.isUrgent() ? CdsServiceIndicatorEnum.WARNING : CdsServiceIndicatorEnum.INFO,
                rule.title().in(setting.language()),
                rule.text().in(setting.language()) + "\n\n" + texts.of("order.about", names),
                rule.source().isEmpty() ? Cards.PUBLISHER : rule.source(),
                meant.get(0).code().getCodingFirstRep()));
    }
}
