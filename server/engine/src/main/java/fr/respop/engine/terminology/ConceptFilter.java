package fr.respop.engine.terminology;

import java.util.Arrays;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeSystem.ConceptDefinitionComponent;
import org.hl7.fhir.r4.model.CodeSystem.ConceptPropertyComponent;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Type;
import org.hl7.fhir.r4.model.ValueSet.ConceptSetFilterComponent;

/** The filters by which a value set selects concepts of a code system. */
public final class ConceptFilter {

    private ConceptFilter() {}

    /**
     * Whether a concept is selected.
     *
     * @throws InvalidFilter if the filter has no operator, or its value is no regular expression where it has to be one
     */
    public static Predicate<ConceptDefinitionComponent> of(ConceptSetFilterComponent filter, Concepts concepts) {
        if (!filter.hasOp()) {
            throw new InvalidFilter("ValueSet.compose.include.filter.op", "A filter needs an operator. Add it.");
        }
        var property = String.valueOf(filter.getProperty());
        var value = String.valueOf(filter.getValue());
        return switch (filter.getOp()) {
            case EQUAL -> concept -> values(concept, property, concepts).anyMatch(value::equals);
            case EXISTS ->
                concept -> values(concept, property, concepts).findAny().isPresent() == Boolean.parseBoolean(value);
            case IN -> concept -> values(concept, property, concepts).anyMatch(listed(value)::contains);
            case NOTIN -> concept -> values(concept, property, concepts).noneMatch(listed(value)::contains);
            case REGEX -> {
                var pattern = pattern(value);
                yield concept -> values(concept, property, concepts)
                        .anyMatch(held -> pattern.matcher(held).matches());
            }
            case ISA -> concept -> concepts.isA(concept.getCode(), value);
            case DESCENDENTOF -> concept -> concepts.isNarrower(concept.getCode(), value);
            case ISNOTA -> concept -> !concepts.isA(concept.getCode(), value);
            case GENERALIZES -> concept -> concepts.isA(value, concept.getCode());
            case NULL -> concept -> false;
        };
    }

    private static Stream<String> values(ConceptDefinitionComponent concept, String property, Concepts concepts) {
        return switch (property) {
            case "code", "concept" -> Stream.of(concept.getCode());
            case "display" -> Stream.ofNullable(concept.getDisplay());
            case "parent" -> concepts.parents(concept.getCode()).stream();
            case "child" -> concepts.children(concept.getCode()).stream();
            default ->
                concept.getProperty().stream()
                        .filter(held -> property.equals(held.getCode()))
                        .filter(ConceptPropertyComponent::hasValue)
                        .map(ConceptPropertyComponent::getValue)
                        .map(ConceptFilter::text);
        };
    }

    private static String text(Type value) {
        return value instanceof Coding coding
                ? String.valueOf(coding.getCode())
                : String.valueOf(value.primitiveValue());
    }

    private static Set<String> listed(String value) {
        return Arrays.stream(value.split(",")).map(String::strip).collect(Collectors.toSet());
    }

    private static Pattern pattern(String value) {
        try {
            return Pattern.compile(value);
        } catch (PatternSyntaxException malformed) {
            throw new InvalidFilter(
                    "ValueSet.compose.include.filter.value",
                    "The value of the filter is no regular expression. Correct the definition.");
        }
    }
}
