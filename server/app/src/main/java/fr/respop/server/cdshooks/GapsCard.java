package fr.respop.server.cdshooks;

import ca.uhn.hapi.fhir.cdshooks.api.json.CdsServiceIndicatorEnum;
import ca.uhn.hapi.fhir.cdshooks.api.json.CdsServiceResponseCardJson;
import fr.respop.server.fhir.programme.GapStatus;
import fr.respop.server.fhir.programme.Programme;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Shows what is overdue, from the longest overdue on, and what is due soon; suggests to order what is overdue. */
final class GapsCard {

    private final Programme programme;
    private final Setting setting;
    private final Texts texts;

    /** @param setting whose evaluator is at the resident */
    GapsCard(Programme programme, Setting setting) {
        this.programme = programme;
        this.setting = setting;
        this.texts = setting.texts();
    }

    /** The card; none when nothing is due. */
    Optional<CdsServiceResponseCardJson> get() {
        var due = setting.knowledge().items(programme).stream()
                .map(item -> Standing.of(item, setting))
                .toList();
        var open = in(GapStatus.OPEN, due);
        var soon = in(GapStatus.PROSPECTIVE, due);
        if (open.isEmpty() && soon.isEmpty()) {
            return Optional.empty();
        }
        var cards = setting.cards();
        var proposal = new Proposal(setting);
        var card = cards.dismissible(cards.card(
                "gaps " + programme.code(),
                open.isEmpty() ? CdsServiceIndicatorEnum.INFO : CdsServiceIndicatorEnum.WARNING,
                texts.of("gaps.summary", texts.of(programme), open.size(), soon.size()),
                Stream.of(section("gaps.open", open), section("gaps.prospective", soon))
                        .filter(section -> !section.isEmpty())
                        .collect(Collectors.joining("\n\n")),
                Cards.PUBLISHER,
                programme.coding()));
        open.forEach(overdue -> card.addSuggestion(cards.suggestion(
                "order " + overdue.item().activity().getUrl(),
                texts.of("gap.order", overdue.item().name(setting.language())),
                proposal.request(overdue.item(), overdue.due(setting.today())))));
        return Optional.of(open.isEmpty() ? card : card.setSelectionBehaviour("any"));
    }

    private List<Standing> in(GapStatus status, List<Standing> all) {
        return all.stream()
                .filter(standing -> standing.is(status))
                .sorted(Comparator.comparing((Standing standing) -> standing.due(setting.today()))
                        .thenComparing(standing -> standing.item().name(setting.language())))
                .toList();
    }

    private String section(String title, List<Standing> items) {
        if (items.isEmpty()) {
            return "";
        }
        var text = new GapText(texts, setting.today());
        return items.stream()
                .map(due -> "- " + text.of(due.gap(), due.item().name(setting.language())))
                .collect(Collectors.joining("\n", "**" + texts.of(title) + "**\n\n", ""));
    }
}
