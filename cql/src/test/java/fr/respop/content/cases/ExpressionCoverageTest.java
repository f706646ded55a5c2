package fr.respop.content.cases;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.hl7.fhir.r4.model.Library;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

/**
 * The cases of a library of strata or follow-up show both ends of each of its public expressions: true and false, an
 * empty list and another, a value and none or a second value. Of other libraries with cases the report says the same.
 */
@DisabledIfSystemProperty(named = "cql.case", matches = ".+", disabledReason = "Only some of the cases are read.")
class ExpressionCoverageTest {

    private static final Path REPORT = Path.of("target/expression-coverage.md");

    private final PackedContent content = PackedContent.read();
    private final Map<String, List<CqlCase>> cases =
            CqlCase.all().stream().collect(groupingBy(CqlCase::library, TreeMap::new, toList()));

    @Test
    void everyLibraryOfStrataAndFollowUpHasCases() {
        var engine = new JavaEngine(content);
        List<String> libraries = content.all(Library.class).stream()
                .map(Library::getName)
                .filter(ExpressionCoverageTest::isJudged)
                .filter(name -> !engine.expressions(name).isEmpty())
                .toList();

        assertThat(libraries).isNotEmpty();
        assertThat(cases.keySet()).containsAll(libraries);
    }

    @Test
    void theCasesShowBothEndsOfEveryExpression() throws IOException {
        // An engine evaluates one resident at a time.
        List<ExpressionCoverage> coverages = cases.entrySet().parallelStream()
                .map(library -> ExpressionCoverage.of(library.getKey(), library.getValue(), new JavaEngine(content)))
                .toList();
        Map<String, String> allowed = OneEnded.read();
        Map<String, String> missing = new TreeMap<>();
        for (var coverage : coverages) {
            coverage.missing()
                    .forEach((expression, end) -> missing.put(OneEnded.name(coverage.library(), expression), end));
        }
        List<String> gaps = missing.entrySet().stream()
                .filter(gap -> !allowed.containsKey(gap.getKey()))
                .map(gap -> gap.getKey() + " is never " + gap.getValue())
                .toList();
        Files.writeString(REPORT, report(coverages, gaps, allowed));

        assertThat(gaps)
                .filteredOn(gap -> isJudged(gap.substring(0, gap.indexOf('.'))))
                .as("ends that no case of the library shows; add a case, or a row with the reason to one-ended.md")
                .isEmpty();
        assertThat(missing.keySet())
                .as("every expression of tests/one-ended.md has one end only")
                .containsAll(allowed.keySet());
    }

    @Test
    void seesWhichEndIsMissing() {
        var lists = JsonNodeFactory.instance;

        assertThat(missingAfter(BooleanNode.TRUE, NullNode.instance)).hasValue("false");
        assertThat(missingAfter(BooleanNode.TRUE, BooleanNode.FALSE)).isEmpty();
        assertThat(missingAfter(lists.arrayNode(), lists.arrayNode())).hasValue("not empty");
        assertThat(missingAfter(lists.arrayNode().add("x"), lists.arrayNode().add("y")))
                .hasValue("empty");
        assertThat(missingAfter(lists.arrayNode(), lists.arrayNode().add("y"))).isEmpty();
        assertThat(missingAfter(NullNode.instance, NullNode.instance)).hasValue("not null");
        assertThat(missingAfter(IntNode.valueOf(1), IntNode.valueOf(1))).hasValue("null, or another value than 1");
        assertThat(missingAfter(IntNode.valueOf(1), IntNode.valueOf(2))).isEmpty();
        assertThat(missingAfter(IntNode.valueOf(1), NullNode.instance)).isEmpty();
    }

    private static Optional<String> missingAfter(JsonNode one, JsonNode other) {
        var seen = new SeenValues();
        seen.see(one);
        seen.see(other);
        return seen.missingEnd();
    }

    private static boolean isJudged(String library) {
        return library.endsWith("Strata") || library.endsWith("FollowUp");
    }

    private static String report(List<ExpressionCoverage> coverages, List<String> gaps, Map<String, String> allowed) {
        var text = new StringBuilder("# Expressions by cases\n\n| library | defines | covered | one-ended | cases |\n");
        text.append("| --- | --- | --- | --- | --- |\n");
        for (var coverage : coverages) {
            long oneEnded = coverage.missing().keySet().stream()
                    .filter(expression -> allowed.containsKey(OneEnded.name(coverage.library(), expression)))
                    .count();
            text.append("| %s | %d | %d | %d | %d |%n"
                    .formatted(
                            coverage.library(),
                            coverage.expressions(),
                            coverage.expressions() - coverage.missing().size(),
                            oneEnded,
                            coverage.cases()));
        }
        text.append("\n## Missing\n\n");
        gaps.forEach(gap -> text.append("- ").append(gap).append('\n'));
        return text.append(gaps.isEmpty() ? "Nothing.\n" : "").toString();
    }
}
