package fr.respop.server.cdshooks;

import ca.uhn.hapi.fhir.cdshooks.api.json.CdsServiceIndicatorEnum;
import ca.uhn.hapi.fhir.cdshooks.api.json.CdsServiceResponseCardJson;
import fr.respop.server.fhir.programme.Gap;
import fr.respop.server.fhir.programme.GapStatus;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.Procedure.ProcedureStatus;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/**
 * Says whether orders close or duplicate items of follow-up: one card an order.
 *
 * <p>Which acts count for an item, its CQL knows: the orders are tried as if they had been carried out today.
 */
final class ItemCards {

    private final Setting setting;
    private final Texts texts;
    private final List<DraftOrder> orders;
    private final List<Standing> standings;

    /** @param setting whose evaluator is at the resident */
    ItemCards(Setting setting, List<DraftOrder> orders) {
        this.setting = setting;
        this.texts = setting.texts();
        this.orders = orders.stream().filter(order -> order.act().isPresent()).toList();
        this.standings = this.orders.isEmpty() ? List.of() : standings(setting);
    }

    /** How the resident stands with the items that apply. */
    private static List<Standing> standings(Setting setting) {
        return setting.knowledge().items().stream()
                .map(item -> Standing.of(item, setting))
                .filter(standing -> !standing.is(GapStatus.NOT_APPLICABLE))
                .toList();
    }

    /** Moves the evaluator on. */
    List<CdsServiceResponseCardJson> all() {
        if (orders.isEmpty()) {
            return List.of();
        }
        var acts = IntStream.range(0, orders.size()).mapToObj(this::carriedOut).toList();
        setting.evaluator().enter(setting.resident().with(acts));
        var evidence = new LinkedHashMap<Standing, List<String>>();
        standings.forEach(standing -> evidence.put(standing, standing.item().evidence(setting.evaluator())));
        return IntStream.range(0, orders.size())
                .mapToObj(i -> of(orders.get(i), reference(i), evidence))
                .flatMap(Optional::stream)
                .toList();
    }

    private Resource carriedOut(int order) {
        var act = new Procedure()
                .setStatus(ProcedureStatus.COMPLETED)
                .setCode(orders.get(order).code())
                .setSubject(new Reference(setting.resident().id()))
                .setPerformed(new DateTimeType(setting.today().toString()));
        act.setId(new IdType(reference(order)));
        return act;
    }

    private static String reference(int order) {
        return "Procedure/order-as-if-carried-out-" + order;
    }

    /**
     * One card at most: an order that serves one item is no duplicate, whatever another item says.
     *
     * @param trial the reference of the act, as if it had been carried out
     * @param evidence what would count for each item then
     */
    private Optional<CdsServiceResponseCardJson> of(
            DraftOrder order, String trial, Map<Standing, List<String>> evidence) {
        var followed = evidence.entrySet().stream()
                .filter(item -> item.getKey().item().isNamedBy(order.code())
                        || item.getValue().contains(trial))
                .map(Map.Entry::getKey)
                .toList();
        var closed = followed.stream()
                .filter(standing -> !standing.is(GapStatus.CLOSED))
                .filter(standing -> isClosedBy(order, standing.item()))
                .toList();
        var upToDate = followed.stream()
                .filter(standing -> standing.is(GapStatus.CLOSED))
                .toList();
        var text = new GapText(texts, setting.today());
        if (!closed.isEmpty()) {
            return Optional.of(card(order, closed, "order.closes", text::of));
        }
        return upToDate.isEmpty()
                ? Optional.empty()
                : Optional.of(setting.cards().dismissible(card(order, upToDate, "order.duplicates", text::upToDate)));
    }

    /** One act of several that an item asks for leaves it open, unless the others are ordered too. */
    private boolean isClosedBy(DraftOrder order, Item item) {
        return item.isNamedBy(order.code()) || !Standing.of(item, setting).is(GapStatus.OPEN);
    }

    private CdsServiceResponseCardJson card(
            DraftOrder order, List<Standing> items, String summary, BiFunction<Gap, String, String> describe) {
        var names = items.stream()
                .map(standing -> standing.item().name(texts.language()))
                .distinct()
                .collect(Collectors.joining(", "));
        var lines = items.stream()
                .map(standing -> "- " + describe.apply(standing.gap(), nameInProgramme(standing.item())))
                .collect(Collectors.joining("\n"));
        return setting.cards()
                .card(
                        order.reference() + " " + summary,
                        CdsServiceIndicatorEnum.INFO,
                        texts.of(summary, names),
                        lines + "\n\n" + texts.of("order.about", order.name(texts)),
                        Cards.PUBLISHER,
                        items.get(0).item().code());
    }

    private String nameInProgramme(Item item) {
        return item.name(texts.language()) + " (" + texts.of(item.programme()) + ")";
    }
}
