package fr.respop.content.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.hl7.fhir.r4.model.CodeSystem.ConceptDefinitionComponent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The cases show each rule of the content on both of its sides. */
@DisabledIfSystemProperty(named = "cql.case", matches = ".+", disabledReason = "Only some of the cases are read.")
class CaseCoverageTest {

    /** The criteria by the library that evaluates them. */
    private static final Map<String, String> CRITERIA = Map.of(
            "DiabetesStrata", "https://respop.org/fhir/CodeSystem/respop-diabetes-criterion",
            "HeartFailureStrata", "https://respop.org/fhir/CodeSystem/respop-heart-failure-criterion");

    private static final Set<String> STATUSES = Set.of("closed-gap", "prospective-gap", "open-gap", "not-applicable");

    private final PackedContent content = PackedContent.read();
    private final List<CqlCase> cases = CqlCase.all();

    @Test
    void eachCriterionFiresInOneCaseAndNotInAnother() {
        CRITERIA.forEach((library, codeSystem) -> {
            List<String> criteria = content.codeSystem(codeSystem).orElseThrow().getConcept().stream()
                    .map(ConceptDefinitionComponent::getCode)
                    .toList();
            assertThat(criteria).isNotEmpty();

            assertThat(criteria)
                    .as("criteria without a case of %s in which \"Criteria\" names them", library)
                    .allMatch(criterion -> firedCriteria(library).anyMatch(fired -> fired.contains(criterion)));
            assertThat(criteria)
                    .as("criteria without a case of %s in which \"Criteria\" leaves them out", library)
                    .allMatch(criterion -> firedCriteria(library).anyMatch(fired -> !fired.contains(criterion)));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"DiabetesFollowUp", "HeartFailureFollowUp"})
    void eachFollowUpItemHasACaseForEveryStatus(String library) {
        List<String> statuses = new JavaEngine(content)
                .expressions(library).stream()
                        .filter(expression -> expression.endsWith(" Status"))
                        .toList();
        assertThat(statuses).isNotEmpty();

        for (String status : statuses) {
            Set<String> shown = new TreeSet<>();
            expected(library, status).forEach(value -> shown.add(value.asText()));
            assertThat(shown)
                    .as("statuses that the cases of %s expect of \"%s\"", library, status)
                    .containsAll(STATUSES);
        }
    }

    private Stream<Set<String>> firedCriteria(String library) {
        return expected(library, "Criteria").map(CaseCoverageTest::texts);
    }

    private Stream<JsonNode> expected(String library, String expression) {
        return cases.stream()
                .filter(one -> one.library().equals(library))
                .map(one -> one.expected().path(expression))
                .filter(value -> !value.isMissingNode());
    }

    private static Set<String> texts(JsonNode array) {
        Set<String> texts = new TreeSet<>();
        StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).forEach(texts::add);
        return texts;
    }
}
