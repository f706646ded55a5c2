package fr.respop.engine.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.respop.engine.CheckContent;
import java.util.List;
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
    void refusesAValueSetThatOnlyATerminologyServerCanExpand() {
        assertRefused("it neither enumerates its codes nor has an expansion", "filtered", filtered("filtered"));
    }

    @Test
    void refusesAWholeCodeSystem() {
        var whole = valueSet("whole");
        whole.getCompose().addInclude().setSystem("https://example.org/codes");

        assertRefused("it neither enumerates its codes nor has an expansion", "whole", whole);
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

    private static void assertRefused(String reason, String id, ValueSet... valueSets) {
        assertThatThrownBy(() -> codes(id, valueSets)).isInstanceOfSatisfying(ValueSetNotExpandable.class, refusal -> {
            assertThat(refusal.valueSet()).isEqualTo(BASE + id);
            assertThat(refusal.reason()).startsWith(reason);
        });
    }

    private static List<String> codes(String id, ValueSet... valueSets) {
        return CheckContent.of((Resource[]) valueSets).codes(BASE + id).codes().stream()
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
        valueSet.getCompose()
                .addInclude()
                .setSystem("https://example.org/codes")
                .addFilter()
                .setProperty("concept")
                .setOp(FilterOperator.ISA)
                .setValue("1");
        return valueSet;
    }
}
