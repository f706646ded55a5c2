package fr.respop.engine.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.respop.engine.CheckContent;
import java.util.List;
import java.util.stream.IntStream;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeSystem.CodeSystemContentMode;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ValueSet;
import org.hl7.fhir.r4.model.ValueSet.ConceptSetComponent;
import org.hl7.fhir.r4.model.ValueSet.FilterOperator;
import org.junit.jupiter.api.Test;
import org.opencds.cqf.cql.engine.runtime.Code;
import org.opencds.cqf.cql.engine.terminology.ValueSetInfo;

class ValueSetExpanderTest {

    private static final String BASE = "https://example.org/ValueSet/";

    @Test
    void listsTheCodesThatAreEnumerated() {
        assertThat(codes("a", enumerated("a", "1", "2", "1"))).containsExactly("1", "2");
    }

    @Test
    void listsTheCodesOfIncludedValueSets() {
        var both = valueSet("both");
        both.getCompose().addInclude().addValueSet(BASE + "a");
        both.getCompose().addInclude().addValueSet(BASE + "b");

        assertThat(codes("both", both, enumerated("a", "1"), enumerated("b", "2", "3")))
                .containsExactly("1", "2", "3");
    }

    @Test
    void takesWhatAllValueSetsOfOneIncludeHave() {
        var common = valueSet("common");
        common.getCompose().addInclude().addValueSet(BASE + "a").addValueSet(BASE + "b");

        assertThat(codes("common", common, enumerated("a", "1", "2"), enumerated("b", "2", "3")))
                .containsExactly("2");
    }

    @Test
    void takesEnumeratedCodesThatAreInTheValueSetOfTheirInclude() {
        var some = enumerated("some", "1", "2");
        some.getCompose().getIncludeFirstRep().addValueSet(BASE + "a");

        assertThat(codes("some", some, enumerated("a", "2", "3"))).containsExactly("2");
    }

    @Test
    void leavesOutWhatIsExcluded() {
        var rest = enumerated("rest", "1", "2", "3");
        concepts(rest.getCompose().addExclude(), "2");

        assertThat(codes("rest", rest)).containsExactly("1", "3");
    }

    @Test
    void usesTheExpansionOfAValueSetThatFilters() {
        var expanded = filtered("expanded");
        var contains = expanded.getExpansion().addContains().setAbstract(true).setCode("group");
        contains.addContains().setSystem("https://example.org/codes").setCode("1");
        contains.addContains().setSystem("https://example.org/codes").setCode("2");

        assertThat(codes("expanded", expanded)).containsExactly("1", "2");
    }

    @Test
    void usesAnExpansionWithoutDefinition() {
        var expanded = valueSet("expanded");
        IntStream.range(0, 5_000)
                .forEach(i -> expanded.getExpansion()
                        .addContains()
                        .setSystem("https://example.org/codes")
                        .setCode("c" + i));

        assertThat(codes("expanded", expanded)).hasSize(5_000).startsWith("c0").endsWith("c4999");
    }

    @Test
    void usesTheExpansionOfAValueSetThatIncludesWhatCannotBeListed() {
        var expanded = valueSet("expanded");
        expanded.getCompose().addInclude().addValueSet(BASE + "filtered");
        expanded.getExpansion()
                .addContains()
                .setSystem("https://example.org/codes")
                .setCode("1");

        assertThat(codes("expanded", expanded, filtered("filtered"))).containsExactly("1");
    }

    @Test
    void prefersTheDefinitionToAnExpansionBesideIt() {
        var both = enumerated("both", "new");
        both.getExpansion().addContains().setSystem("https://example.org/codes").setCode("old");

        assertThat(codes("both", both)).containsExactly("new");
    }

    @Test
    void takesTheWholeOfACompleteCodeSystem() {
        var whole = valueSet("whole");
        whole.getCompose().addInclude().setSystem("https://example.org/codes");

        assertThat(codes("whole", whole, codeSystem(CodeSystemContentMode.COMPLETE)))
                .containsExactly("1", "1.1", "1.1.1", "2");
    }

    @Test
    void takesWhatFiltersSelectOfACompleteCodeSystem() {
        var below = valueSet("below");
        var include = below.getCompose().addInclude().setSystem("https://example.org/codes");
        filter(include, "concept", FilterOperator.ISA, "1");
        filter(include, "display", FilterOperator.REGEX, ".*leaf");
        var outside = below.getCompose().addExclude().setSystem("https://example.org/codes");
        filter(outside, "level", FilterOperator.EQUAL, "3");

        assertThat(codes("below", below, codeSystem(CodeSystemContentMode.COMPLETE)))
                .containsExactly("1.1");
    }

    @Test
    void leavesOutConceptsThatOnlyGroupOthers() {
        var whole = valueSet("whole");
        whole.getCompose().addInclude().setSystem("https://example.org/codes");
        var codeSystem = codeSystem(CodeSystemContentMode.COMPLETE);
        codeSystem.getConceptFirstRep().addProperty().setCode("notSelectable").setValue(new BooleanType(true));

        assertThat(codes("whole", whole, codeSystem)).containsExactly("1.1", "1.1.1", "2");
    }

    @Test
    void takesTheCodesOfOneSystemThatAValueSetHas() {
        var mixed = enumerated("mixed", "1", "2");
        mixed.getCompose()
                .addInclude()
                .setSystem("https://example.org/others")
                .addConcept()
                .setCode("9");
        var part = valueSet("part");
        part.getCompose().addInclude().setSystem("https://example.org/codes").addValueSet(BASE + "mixed");

        assertThat(codes("part", part, mixed)).containsExactly("1", "2");
    }

    @Test
    void refusesACodeSystemThatIsNotThere() {
        assertRefused(
                "it takes codes from the whole of https://example.org/codes, which is not stored complete",
                "filtered",
                filtered("filtered"));
    }

    @Test
    void refusesAPartOfACodeSystem() {
        assertRefused(
                "it takes codes from the whole of https://example.org/codes, which is not stored complete",
                "filtered",
                filtered("filtered"),
                codeSystem(CodeSystemContentMode.FRAGMENT));
    }

    @Test
    void refusesAFilterThatIsNotOne() {
        var filtered = valueSet("filtered");
        filter(
                filtered.getCompose().addInclude().setSystem("https://example.org/codes"),
                "code",
                FilterOperator.REGEX,
                "(");

        assertRefused(
                "ValueSet.compose.include.filter.value",
                "filtered",
                filtered,
                codeSystem(CodeSystemContentMode.COMPLETE));
    }

    @Test
    void refusesADefinitionThatSaysNothing() {
        assertRefused("it neither lists its codes nor has an expansion", "empty", valueSet("empty"));
    }

    @Test
    void refusesAPartOfAnExpansion() {
        var partial = filtered("partial");
        partial.getExpansion().setTotal(5).addContains().setCode("1");

        assertRefused("its expansion has 1 of 5 codes", "partial", partial);
    }

    @Test
    void refusesAValueSetThatIsNotThere() {
        assertRefused("no value set has this canonical", "absent");
    }

    @Test
    void namesTheIncludedValueSetThatItRefuses() {
        var outer = valueSet("outer");
        outer.getCompose().addInclude().addValueSet(BASE + "filtered");

        assertThatThrownBy(() -> codes("outer", outer, filtered("filtered")))
                .isInstanceOfSatisfying(
                        ValueSetNotExpandable.class,
                        refusal -> assertThat(refusal.valueSet()).isEqualTo(BASE + "filtered"));
    }

    @Test
    void refusesAValueSetThatIncludesItself() {
        var circle = valueSet("circle");
        circle.getCompose().addInclude().addValueSet(BASE + "circle");

        assertRefused("it includes itself", "circle", circle);
    }

    @Test
    void findsACodeInItsSystemOnlyButAStringInAny() {
        var terminology = CheckContent.of(enumerated("a", "1")).terminology();
        var valueSet = new ValueSetInfo().withId(BASE + "a").withVersion("1.0.0");

        assertThat(terminology.in(code("https://example.org/codes", "1"), valueSet))
                .isTrue();
        assertThat(terminology.in(code("https://example.org/others", "1"), valueSet))
                .isFalse();
        assertThat(terminology.in(code(null, "1"), valueSet)).isTrue();
        assertThat(terminology.in(code(null, "2"), valueSet)).isFalse();
        assertThat(terminology.expand(valueSet)).extracting(Code::getCode).containsExactly("1");
    }

    private static void assertRefused(String reason, String id, Resource... valueSets) {
        assertThatThrownBy(() -> codes(id, valueSets)).isInstanceOfSatisfying(ValueSetNotExpandable.class, refusal -> {
            assertThat(refusal.valueSet()).isEqualTo(BASE + id);
            assertThat(refusal.reason()).startsWith(reason);
        });
    }

    private static List<String> codes(String id, Resource... valueSets) {
        return CheckContent.of(valueSets).codes(BASE + id).codes().stream()
                .map(code -> String.valueOf(code.getCode()))
                .toList();
    }

    private static Code code(@org.jspecify.annotations.Nullable String system, String code) {
        return new Code().withSystem(system).withCode(code);
    }

    private static ValueSet valueSet(String id) {
        var valueSet = new ValueSet();
        valueSet.setUrl(BASE + id).setVersion("1.0.0");
        return valueSet;
    }

    private static ValueSet enumerated(String id, String... codes) {
        var valueSet = valueSet(id);
        concepts(valueSet.getCompose().addInclude(), codes);
        return valueSet;
    }

    private static void concepts(ConceptSetComponent set, String... codes) {
        set.setSystem("https://example.org/codes");
        for (var code : codes) {
            set.addConcept().setCode(code);
        }
    }

    private static ValueSet filtered(String id) {
        var valueSet = valueSet(id);
        filter(
                valueSet.getCompose().addInclude().setSystem("https://example.org/codes"),
                "concept",
                FilterOperator.ISA,
                "1");
        return valueSet;
    }

    private static void filter(ConceptSetComponent set, String property, FilterOperator operator, String value) {
        set.addFilter().setProperty(property).setOp(operator).setValue(value);
    }

    private static CodeSystem codeSystem(CodeSystemContentMode content) {
        var codeSystem = new CodeSystem();
        codeSystem.setUrl("https://example.org/codes").setContent(content);
        var one = codeSystem.addConcept().setCode("1").setDisplay("One");
        var below = one.addConcept().setCode("1.1").setDisplay("One, a leaf");
        below.addConcept()
                .setCode("1.1.1")
                .setDisplay("Below one, a leaf")
                .addProperty()
                .setCode("level")
                .setValue(new CodeType("3"));
        codeSystem.addConcept().setCode("2").setDisplay("Two, a leaf");
        return codeSystem;
    }
}
