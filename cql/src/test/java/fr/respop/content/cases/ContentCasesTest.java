package fr.respop.content.cases;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

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
        List<String> differences = CaseRun.differences(engine, one);
        if (!differences.isEmpty()) {
            fail(String.join("\n", differences));
        }
    }
}
