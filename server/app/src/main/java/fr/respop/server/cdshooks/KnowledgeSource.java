package fr.respop.server.cdshooks;

import fr.respop.engine.content.Content;
import fr.respop.engine.content.ContentException;
import fr.respop.server.fhir.LocalStore;
import fr.respop.server.fhir.evaluation.CurrentContent;
import fr.respop.server.fhir.programme.GapMeasure;
import fr.respop.server.fhir.programme.GapMeasures;
import fr.respop.server.fhir.programme.Programme;
import fr.respop.server.fhir.programme.Programmes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.elm.r1.IncludeDef;
import org.hl7.fhir.r4.model.ActivityDefinition;
import org.hl7.fhir.r4.model.PlanDefinition;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps what cards are made of until the content changes: a card needs no search for it. */
@Component
class KnowledgeSource {

    private final CurrentContent currentContent;
    private final Programmes programmes;
    private final GapMeasures measures;
    private final LocalStore store;
    private volatile @Nullable Knowledge kept;

    KnowledgeSource(CurrentContent currentContent, Programmes programmes, GapMeasures measures, LocalStore store) {
        this.currentContent = currentContent;
        this.programmes = programmes;
        this.measures = measures;
        this.store = store;
    }

    /** As of now; one request asks once. */
    Knowledge current() {
        var content = currentContent.get();
        var known = kept;
        if (known == null || known.content() != content) {
            known = read(content);
            kept = known;
        }
        return known;
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

    /** The measures that belong to a programme and that something can be ordered for. */
    private List<Item> items(List<Programme> installed, Content content) {
        var activities = store.search(ActivityDefinition.class, "status=active");
        return measures.all().stream()
                .flatMap(measure -> programme(measure, installed, content)
                        .flatMap(programme -> activities.stream()
                                .filter(activity -> Item.isMatch(measure, activity))
                                .findFirst()
                                .map(activity -> new Item(programme, measure, activity)))
                        .stream())
                .toList();
    }

    /** That of which the measure's library includes the library of strata. */
    private static Optional<Programme> programme(GapMeasure measure, List<Programme> installed, Content content) {
        var included =
                includes(content, measure.library()).map(IncludeDef::getPath).toList();
        return installed.stream()
                .filter(programme -> included.stream()
                        .anyMatch(path -> isNamed(
                                path, content.library(programme.library()).name())))
                .findFirst();
    }

    /** None of a library that cannot be used: a measure of somebody else is no reason to show nothing. */
    private static Stream<IncludeDef> includes(Content content, String library) {
        try {
            var includes = content.library(library).elm().getIncludes();
            return includes == null ? Stream.of() : includes.getDef().stream();
        } catch (ContentException unusable) {
            return Stream.of();
        }
    }

    /** A path may begin with a namespace. */
    private static boolean isNamed(@Nullable String path, String name) {
        return path != null && (path.equals(name) || path.endsWith("/" + name));
    }
}
