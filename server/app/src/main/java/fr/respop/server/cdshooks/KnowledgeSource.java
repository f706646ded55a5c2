package fr.respop.server.cdshooks;

import fr.respop.engine.content.Content;
import fr.respop.server.fhir.LocalStore;
import fr.respop.server.fhir.evaluation.CurrentContent;
import fr.respop.server.fhir.evaluation.PerContent;
import fr.respop.server.fhir.programme.FollowUpItems;
import fr.respop.server.fhir.programme.Programme;
import fr.respop.server.fhir.programme.Programmes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.hl7.fhir.r4.model.ActivityDefinition;
import org.hl7.fhir.r4.model.PlanDefinition;
import org.springframework.stereotype.Component;

/** Keeps what cards are made of until the content changes: a card needs no search for it. */
@Component
class KnowledgeSource {

    private final Programmes programmes;
    private final FollowUpItems followUpItems;
    private final LocalStore store;
    private final PerContent<Knowledge> knowledge;

    KnowledgeSource(
            CurrentContent currentContent, Programmes programmes, FollowUpItems followUpItems, LocalStore store) {
        this.programmes = programmes;
        this.followUpItems = followUpItems;
        this.store = store;
        this.knowledge = new PerContent<>(currentContent, this::read);
    }

    /** As of now; one request asks once. */
    Knowledge current() {
        return knowledge.get();
    }

    private Knowledge read(Content content) {
        var installed = programmes.all();
        var labelled = new ArrayList<>(List.of(Knowledge.STRATA, Knowledge.MISSING_DATA, Knowledge.OVERRIDE_REASONS));
        installed.forEach(programme -> labelled.add(programme.criterionSystem()));
        var rules = store.search(PlanDefinition.class, "status=active").stream()
                .flatMap(OrderRule::of)
                .sorted(Comparator.comparing(OrderRule::id))
                .toList();
        return new Knowledge(content, installed, items(installed, content), rules, new Labels(store, labelled));
    }

    /** Those of the follow-up items of each programme that something can be ordered for. */
    private List<Item> items(List<Programme> installed, Content content) {
        var activities = store.search(ActivityDefinition.class, "status=active");
        return installed.stream()
                .flatMap(programme -> followUpItems.of(programme, content).stream()
                        .flatMap(measure -> activities.stream()
                                .filter(activity -> Item.isMatch(measure, activity))
                                .limit(1)
                                .map(activity -> new Item(programme, measure, activity))))
                .toList();
    }
}
