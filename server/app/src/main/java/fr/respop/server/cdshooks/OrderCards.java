package fr.respop.server.cdshooks;

import ca.uhn.hapi.fhir.cdshooks.api.json.CdsServiceResponseCardJson;
import java.util.ArrayList;
import java.util.List;

/** The cards about the orders of a request: first what the rules of the content say, then what the orders are good for. */
final class OrderCards {

    private final Setting setting;

    OrderCards(Setting setting) {
        this.setting = setting;
    }

    List<CdsServiceResponseCardJson> all() {
        var orders = setting.request().orders().stream().map(DraftOrder::new).toList();
        // A draft is no fact to the follow-up, so that one evaluation serves rules and items.
        setting.evaluator()
                .enter(setting.resident()
                        .with(orders.stream().map(DraftOrder::resource).toList()));
        var rules = new RuleCards(setting, orders);
        var items = new ItemCards(setting, orders);
        var found = new ArrayList<>(rules.all());
        found.addAll(items.all());
        return found;
    }
}
