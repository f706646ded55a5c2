package fr.respop.content.check;

import com.fasterxml.jackson.databind.JsonNode;
import fr.respop.content.check.JsonWalk.Place;
import fr.respop.content.source.Artifact;
import fr.respop.content.source.Content;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A condition of a plan and a population of a measure say what they depend on. */
final class ConditionsNameExpressions implements Rule {

    private static final Pattern CONDITION = Pattern.compile("action\\[\\d+](\\.action\\[\\d+])*\\.condition\\[\\d+]");
    private static final Pattern POPULATION = Pattern.compile("group\\[\\d+]\\.population\\[\\d+]");

    @Override
    public Stream<Finding> findings(Content content) {
        Stream<Finding> plans = content.ofType("PlanDefinition").stream()
                .flatMap(plan -> findings(plan, CONDITION, "expression", "the action would always apply"));
        Stream<Finding> measures = content.ofType("Measure").stream()
                .flatMap(measure -> findings(measure, POPULATION, "criteria", "nobody could be counted"));
        return Stream.concat(plans, measures);
    }

    private static Stream<Finding> findings(Artifact artifact, Pattern place, String element, String consequence) {
        return JsonWalk.objects(artifact.json())
                .filter(object -> place.matcher(object.path()).matches())
                .map(object -> object.child(element))
                .filter(expression -> isNameless(expression.node()))
                .map(expression -> finding(artifact, expression, consequence));
    }

    private static boolean isNameless(JsonNode expression) {
        return expression.path("expression").asText().isBlank();
    }

    private static Finding finding(Artifact artifact, Place expression, String consequence) {
        String library = artifact.json().at("/library/0").asText("the artefact's library");
        return new Finding(
                artifact.file() + ", " + expression.path(),
                "it names no expression of " + library + ", so " + consequence + ".",
                "Name a define of the library as text/cql-identifier.");
    }
}
