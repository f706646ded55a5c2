package fr.respop.engine.content;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.ValueSet;
import org.hl7.fhir.r4.model.ValueSet.ConceptSetComponent;
import org.hl7.fhir.r4.model.ValueSet.ValueSetExpansionContainsComponent;
import org.opencds.cqf.cql.engine.runtime.Code;

/**
 * Lists the codes of a value set: those that its {@code compose} enumerates, with those of the value sets that it
 * includes, or else those of its {@code expansion}.
 *
 * <p>The compose comes first since it is what authors maintain; an expansion beside it may be older.
 */
final class ValueSetExpander {

    private final ContentSource source;

    ValueSetExpander(ContentSource source) {
        this.source = source;
    }

    CodeSet expand(String canonical) {
        return expand(canonical, new LinkedHashSet<>());
    }

    private CodeSet expand(String canonical, Set<String> includers) {
        if (!includers.add(canonical)) {
            throw new ValueSetNotExpandable(canonical, "it includes itself");
        }
        var valueSet = source.valueSet(canonical)
                .orElseThrow(() -> new ValueSetNotExpandable(canonical, "no value set has this canonical"));
        var codes = isEnumerated(valueSet) ? compose(valueSet, includers) : expansion(canonical, valueSet);
        includers.remove(canonical);
        return codes;
    }

    private static boolean isEnumerated(ValueSet valueSet) {
        var compose = valueSet.getCompose();
        return compose.hasInclude()
                && compose.getInclude().stream().allMatch(ValueSetExpander::isEnumerated)
                && compose.getExclude().stream().allMatch(ValueSetExpander::isEnumerated);
    }

    private static boolean isEnumerated(ConceptSetComponent set) {
        return !set.hasFilter() && (set.hasConcept() || (set.hasValueSet() && !set.hasSystem()));
    }

    private CodeSet compose(ValueSet valueSet, Set<String> includers) {
        var codes = new ArrayList<Code>();
        for (var include : valueSet.getCompose().getInclude()) {
            codes.addAll(codes(include, includers));
        }
        for (var exclude : valueSet.getCompose().getExclude()) {
            var excluded = new CodeSet(codes(exclude, includers));
            codes.removeIf(excluded::contains);
        }
        return new CodeSet(codes);
    }

    /** What one include names: its concepts, or else its first value set, as far as its value sets all have them. */
    private List<Code> codes(ConceptSetComponent set, Set<String> includers) {
        var valueSets = new ArrayList<CodeSet>();
        for (CanonicalType included : set.getValueSet()) {
            valueSets.add(expand(included.getValue(), includers));
        }
        var candidates = set.hasConcept() ? concepts(set) : valueSets.get(0).codes();
        return candidates.stream()
                .filter(code -> valueSets.stream().allMatch(valueSet -> valueSet.contains(code)))
                .toList();
    }

    private static List<Code> concepts(ConceptSetComponent set) {
        return set.getConcept().stream()
                .map(concept -> code(set.getSystem(), concept.getCode(), concept.getDisplay()))
                .toList();
    }

    private static CodeSet expansion(String canonical, ValueSet valueSet) {
        if (!valueSet.hasExpansion()) {
            throw new ValueSetNotExpandable(
                    canonical,
                    "it neither enumerates its codes nor has an expansion; list the codes, or store it expanded");
        }
        var codes = new ArrayList<Code>();
        valueSet.getExpansion().getContains().forEach(contained -> collect(contained, codes));
        if (valueSet.getExpansion().getTotal() > codes.size()) {
            throw new ValueSetNotExpandable(
                    canonical,
                    "its expansion has " + codes.size() + " of "
                            + valueSet.getExpansion().getTotal() + " codes");
        }
        return new CodeSet(codes);
    }

    private static void collect(ValueSetExpansionContainsComponent contained, List<Code> codes) {
        if (contained.hasCode() && !contained.getAbstract()) {
            codes.add(code(contained.getSystem(), contained.getCode(), contained.getDisplay()));
        }
        contained.getContains().forEach(child -> collect(child, codes));
    }

    private static Code code(String system, String code, String display) {
        return new Code().withSystem(system).withCode(code).withDisplay(display);
    }
}
