package fr.respop.server.cdshooks;

import ca.uhn.hapi.fhir.cdshooks.api.json.CdsServiceResponseCardJson;
import java.util.ArrayList;
import java.util.List;

/** The cards about the orders of a request. */
final class OrderCards {

    private final Setting setting;

    OrderCards(Setting setting) {
        this.setting = setting;
    }

    /** In the order of the orders; each is judged by itself. */
    List<CdsServiceResponseCardJson> all() {
        var orders = setting.request().orders().stream().map(DraftOrder::new).toList();
        var found = new ArrayList<CdsServiceResponseCardJson>();
        var rules = new RuleCards(setting);
        var items = orders.stream().anyMatch(order -> order.act().isPresent())
                ? ItemCards.of(setting)
                : new ItemCards(setting, List.of());
        for (var order : orders) {
            found.addAll(rules.of(order));
            items.of(order).ifPresent(found::add);
        }
        return found;
    }
}
