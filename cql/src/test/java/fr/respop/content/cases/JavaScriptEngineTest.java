package fr.respop.content.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.respop.content.cases.JavaScriptEngine.Question;
import fr.respop.content.node.NodeProject;
import fr.respop.engine.MeasurementPeriod;
import fr.respop.territories.Territory;
import fr.respop.territories.TerritoryGenerator;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;

/** Two engines, written independently, give the same answers to the same ELM. */
class JavaScriptEngineTest {

    private static final List<String> LIBRARIES = List.of("DiabetesStrata", "DiabetesFollowUp");
    private static final int DIFFERENCES_SHOWN = 50;

    private final PackedContent content = PackedContent.read();
    private final JavaEngine java = new JavaEngine(content);

    @Test
    void agreesWithTheJavaEngineOnEveryCase() {
        List<Resident> residents = CqlCase.all().stream().map(CqlCase::subject).toList();

        assertThat(differences("cases", residents)).isEmpty();
    }

    @Test
    void agreesWithTheJavaEngineOnTheDemonstrationTerritory() {
        Territory territory = Territory.byId("aube-et-sezannais");
        var period = MeasurementPeriod.of("2025", "2025", CqlCase.ZONE);
        List<Resident> residents = new TerritoryGenerator(territory, 100, TerritoryGenerator.DEMONSTRATION_SEED)
                .residents()
                .map(resident -> Resident.of(
                        territory.name() + ", " + resident.patient().getId(), resourcesOf(resident), period))
                .toList();

        assertThat(differences("territory", residents)).isEmpty();
    }

    private static List<Resource> resourcesOf(fr.respop.territories.Resident resident) {
        return Stream.concat(Stream.of(resident.patient()), resident.resources().stream())
                .toList();
    }

    private List<String> differences(String name, List<Resident> residents) {
        assertThat(residents).isNotEmpty();
        var javaScript = new JavaScriptEngine(
                NodeProject.installed(Path.of("src/test/node")), Path.of("target/second-engine", name));
        Map<String, List<String>> expressions = new TreeMap<>();
        LIBRARIES.forEach(library -> expressions.put(library, java.expressions(library)));
        List<Question> questions = residents.stream()
                .map(resident -> new Question(resident, expressions))
                .toList();
        List<String> differences = new ArrayList<>();
        javaScript.answer(content, questions, (question, answer) -> compare(question, answer, differences));
        return differences.subList(0, Math.min(DIFFERENCES_SHOWN, differences.size()));
    }

    private void compare(Question question, JsonNode answer, List<String> differences) {
        Resident resident = question.resident();
        question.expressions().forEach((library, expressions) -> {
            Map<String, JsonNode> values = java.evaluate(library, expressions, resident);
            values.forEach((expression, value) -> {
                JsonNode ours = NormalForm.asSets(value);
                JsonNode theirs = NormalForm.asSets(answer.path(library).path(expression));
                if (!ours.equals(theirs)) {
                    differences.add("%s, %s.\"%s\": Java engine %s, JavaScript engine %s"
                            .formatted(resident.name(), library, expression, ours, theirs));
                }
            });
        });
    }
}
