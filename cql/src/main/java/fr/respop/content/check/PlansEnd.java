package fr.respop.content.check;

import fr.respop.content.source.Artifact;
import fr.respop.content.source.Content;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** No PlanDefinition is a part of itself by way of {@code definitionCanonical}; applying it would never end. */
final class PlansEnd implements Rule {

    @Override
    public Stream<Finding> findings(Content content) {
        return content.ofType("PlanDefinition").stream().flatMap(plan -> cycle(plan, content));
    }

    /** One way from the plan back to it, told only by the plan of it that comes first in the package. */
    private static Stream<Finding> cycle(Artifact plan, Content content) {
        Map<String, Artifact> reached = new LinkedHashMap<>();
        List<Artifact> way = wayBack(plan, plan, content, reached);
        if (way.isEmpty() || way.stream().anyMatch(part -> part.id().compareTo(plan.id()) < 0)) {
            return Stream.of();
        }
        List<String> names = new ArrayList<>(way.stream().map(Artifact::id).toList());
        names.add(plan.id());
        return Stream.of(new Finding(
                plan.file() + ", action.definitionCanonical",
                "%s is a part of itself: %s; the last of them is %s."
                        .formatted(
                                plan.id(),
                                String.join(" -> ", names),
                                way.get(way.size() - 1).file()),
                "Remove one of these definitionCanonical."));
    }

    private static List<Artifact> wayBack(
            Artifact plan, Artifact start, Content content, Map<String, Artifact> reached) {
        for (String canonical : parts(plan)) {
            var part = content.find("PlanDefinition", canonical);
            if (part.isEmpty()) {
                continue;
            }
            if (part.get().reference().equals(start.reference())) {
                return List.of(plan);
            }
            if (reached.putIfAbsent(part.get().reference(), part.get()) == null) {
                List<Artifact> rest = wayBack(part.get(), start, content, reached);
                if (!rest.isEmpty()) {
                    return Stream.concat(Stream.of(plan), rest.stream()).toList();
                }
            }
        }
        return List.of();
    }

    private static List<String> parts(Artifact plan) {
        return JsonWalk.texts(plan.json())
                .filter(place -> place.path().endsWith(".definitionCanonical"))
                .map(place -> place.node().asText())
                .toList();
    }
}
