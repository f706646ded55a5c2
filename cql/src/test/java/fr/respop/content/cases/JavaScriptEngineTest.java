package fr.respop.content.cases;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.respop.content.cases.JavaScriptEngine.Question;
import fr.respop.content.node.NodeProject;
import fr.respop.engine.MeasurementPeriod;
import fr.respop.territories.Territory;
import fr.respop.territories.TerritoryGenerator;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;

/**
 * Two engines, written independently, give the same answers to the same ELM.
 *
 * <p>The synthetic residents are one for every {@code engines.scale} inhabitants of the demonstration territory: a
 * hundred while authors work, ten thousand with -Pall-residents.
 */
class JavaScriptEngineTest {

    private static final int SCALE = Integer.getInteger("engines.scale", 3000);
    /** Residents whose data are held in memory together. */
    private static final int BLOCK = 500;

    private static final int DIFFERENCES_SHOWN = 50;

    private final PackedContent content = PackedContent.read();
    private final JavaEngine java = new JavaEngine(content);
    private final List<CqlCase> cases = CqlCase.all();

    @Test
    void agreesWithTheJavaEngineOnEveryCase() {
        List<Question> questions = cases.stream()
                .map(one -> new Question(one.subject(), Map.of(one.library(), java.expressions(one.library()))))
                .toList();

        assertThat(differences("cases", questions)).isEmpty();
    }

    @Test
    void agreesWithTheJavaEngineOnTheDemonstrationTerritory() {
        Map<String, List<String>> expressions = new TreeMap<>();
        cases.stream()
                .map(CqlCase::library)
                .filter(library -> library.endsWith("Strata") || library.endsWith("FollowUp"))
                .forEach(library -> expressions.computeIfAbsent(library, java::expressions));
        Territory territory = Territory.byId("aube-et-sezannais");
        var residents = new TerritoryGenerator(territory, SCALE, TerritoryGenerator.DEMONSTRATION_SEED)
                .residents()
                .iterator();
        assertThat(residents).hasNext();
        while (residents.hasNext()) {
            List<Question> questions = nextBlock(territory.name(), residents).stream()
                    .map(resident -> new Question(resident, expressions))
                    .toList();
            assertThat(differences("territory", questions)).isEmpty();
        }
    }

    private static List<Resident> nextBlock(String territory, Iterator<fr.respop.territories.Resident> residents) {
        var period = MeasurementPeriod.of("2025", "2025", CqlCase.ZONE);
        List<Resident> block = new ArrayList<>();
        while (residents.hasNext() && block.size() < BLOCK) {
            var resident = residents.next();
            block.add(Resident.of(territory + ", " + resident.patient().getId(), resourcesOf(resident), period));
        }
        return block;
    }

    private static List<Resource> resourcesOf(fr.respop.territories.Resident resident) {
        return Stream.concat(Stream.of(resident.patient()), resident.resources().stream())
                .toList();
    }

    private List<String> differences(String name, List<Question> questions) {
        assertThat(questions).isNotEmpty();
        var javaScript = new JavaScriptEngine(
                NodeProject.installed(Path.of("src/test/node")), Path.of("target/second-engine", name));
        // The other engine is a process of its own, so both work at the same time.
        var asked = CompletableFuture.runAsync(() -> javaScript.ask(content, questions));
        IdentityHashMap<Question, Map<String, Map<String, JsonNode>>> ours = new IdentityHashMap<>();
        questions.forEach(question -> ours.put(question, evaluate(question)));
        asked.join();
        List<String> differences = new ArrayList<>();
        javaScript.readAnswers(
                questions,
                (question, answer) -> compare(question, requireNonNull(ours.get(question)), answer, differences));
        return differences.subList(0, Math.min(DIFFERENCES_SHOWN, differences.size()));
    }

    /** Our values by expression by library. */
    private Map<String, Map<String, JsonNode>> evaluate(Question question) {
        Map<String, Map<String, JsonNode>> values = new TreeMap<>();
        question.expressions()
                .forEach((library, expressions) ->
                        values.put(library, java.evaluate(library, expressions, question.resident())));
        return values;
    }

    private static void compare(
            Question question, Map<String, Map<String, JsonNode>> ours, JsonNode theirs, List<String> differences) {
        ours.forEach((library, values) -> values.forEach((expression, value) -> {
            JsonNode our = NormalForm.asSets(value);
            JsonNode their = NormalForm.asSets(theirs.path(library).path(expression));
            if (!our.equals(their)) {
                differences.add("%s, %s.\"%s\": Java engine %s, JavaScript engine %s"
                        .formatted(question.resident().name(), library, expression, our, their));
            }
        }));
    }
}
