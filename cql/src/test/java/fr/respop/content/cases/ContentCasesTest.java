package fr.respop.content.cases;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** The content answers every case of cql/tests as its expected.json says. */
class ContentCasesTest {

    private final JavaEngine engine = new JavaEngine(PackedContent.read());

    @TestFactory
    Stream<DynamicNode> everyCaseIsAnsweredAsExpected() {
        List<CqlCase> cases = CqlCase.all();
        assertThat(cases).as("cases in cql/tests").isNotEmpty();
        return cases.stream().collect(groupingBy(CqlCase::library, TreeMap::new, toList())).entrySet().stream()
                .map(library -> dynamicContainer(
                        library.getKey(),
                        library.getValue().stream().map(one -> dynamicTest(one.name(), () -> check(one)))));
    }

    private void check(CqlCase one) {
        List<String> names = new ArrayList<>();
        one.expected().fieldNames().forEachRemaining(names::add);
        assertThat(names).as("expected expressions of %s", one.folder()).isNotEmpty();
        assertThat(engine.expressions(one.library()))
                .as("%s, case %s: expressions that library %s has", one.library(), one.name(), one.library())
                .containsAll(names);

        var actual = engine.evaluate(one.library(), names, one.subject());

        List<String> differences = new ArrayList<>();
        for (String name : names) {
            JsonNode wanted = NormalForm.asSets(one.expected().path(name));
            JsonNode given = NormalForm.asSets(requireNonNull(actual.get(name)));
            if (!wanted.equals(given)) {
                differences.add("%s, case %s, expression \"%s\": expected %s but was %s"
                        .formatted(one.library(), one.name(), name, wanted, given));
            }
        }
        if (!differences.isEmpty()) {
            fail(String.join("\n", differences));
        }
    }
}
