package fr.respop.server.cdshooks;

import ca.uhn.hapi.fhir.cdshooks.api.json.CdsServiceIndicatorEnum;
import ca.uhn.hapi.fhir.cdshooks.api.json.CdsServiceResponseCardJson;
import fr.respop.server.fhir.programme.Gap;
import fr.respop.server.fhir.programme.GapStatus;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.Procedure.ProcedureStatus;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;

/**
 * Says whether an order closes or duplicates items of follow-up.
 *
 * <p>Which acts count for an item, its CQL knows: the order is tried as if it had been carried out today.
 */
final class ItemCards {

    private static final String TRIAL = "order-as-if-carried-out";

    private final Setting setting;
    private final Texts texts;
    private final List<Standing> standings;

    /** @param standings how the resident stands with the items that apply, without any of the orders */
    ItemCards(Setting setting, List<Standing> standings) {
        this.setting = setting;
        this.texts = setting.texts();
        this.standings = standings;
    }

    /** Evaluates how the resident stands with the items of all programmes. */
    static ItemCards of(Setting setting) {
        setting.evaluator().enter(setting.resident().subject());
        return new ItemCards(
                setting,
                setting.knowledge().items().stream()
                        .map(item -> Standing.of(item, setting))
                        .filter(standing -> !standing.is(GapStatus.NOT_APPLICABLE))
                        .toList());
    }

    /** One card at most: an order that serves one item is no duplicate, whatever another item says. */
    Optional<CdsServiceResponseCardJson> of(DraftOrder order) {
        return order.act().flatMap(act -> of(order, act));
    }

    private Optional<CdsServiceResponseCardJson> of(DraftOrder order, ServiceRequest act) {
        setting.evaluator().enter(setting.resident().with(carriedOut(act)));
        var followed = standings.stream()
                .filter(standing -> isFollowedBy(act, standing.item()))
                .toList();
        var closed = followed.stream()
                .filter(standing -> !standing.is(GapStatus.CLOSED))
                .filter(standing -> isClosedBy(act, standing.item()))
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

    private Procedure carriedOut(ServiceRequest order) {
        var act = new Procedure()
                .setStatus(ProcedureStatus.COMPLETED)
                .setCode(order.getCode())
                .setSubject(new Reference(setting.resident().id()))
                .setPerformed(new DateTimeType(setting.today().toString()));
        act.setId(TRIAL);
        return act;
    }

    private boolean isFollowedBy(ServiceRequest order, Item item) {
        return item.isNamedBy(order.getCode())
                || item.evidence(setting.evaluator()).contains("Procedure/" + TRIAL);
    }

    /** One act of several that an item asks for leaves it open. */
    private boolean isClosedBy(ServiceRequest order, Item item) {
        return item.isNamedBy(order.getCode()) || !Standing.of(item, setting).is(GapStatus.OPEN);
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
