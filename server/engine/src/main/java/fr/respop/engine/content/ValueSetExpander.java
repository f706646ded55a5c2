package fr.respop.engine.content;

import fr.respop.engine.terminology.ConceptFilter;
import fr.respop.engine.terminology.Concepts;
import fr.respop.engine.terminology.InvalidFilter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.CodeSystem.CodeSystemContentMode;
import org.hl7.fhir.r4.model.CodeSystem.ConceptDefinitionComponent;
import org.hl7.fhir.r4.model.ValueSet;
import org.hl7.fhir.r4.model.ValueSet.ConceptSetComponent;
import org.hl7.fhir.r4.model.ValueSet.ValueSetExpansionContainsComponent;
import org.opencds.cqf.cql.engine.runtime.Code;

/**
 * Lists the codes of a value set: those that its {@code compose} comes to, or else those of its {@code expansion}.
 *
 * <p>The compose comes first since it is what authors maintain; an expansion beside it may be older. It comes to nothing
 * when it takes codes from a code system that is not there as a whole.
 */
final class ValueSetExpander {

    private final ContentSource source;
    private final ConcurrentMap<String, Concepts> codeSystems = new ConcurrentHashMap<>();

    ValueSetExpander(ContentSource source) {
        this.source = source;
    }

    CodeSet expand(String canonical) {
        return expand(canonical, Set.of());
    }

    private CodeSet expand(String canonical, Set<String> includers) {
        if (includers.contains(canonical)) {
            throw new ValueSetNotExpandable(canonical, "it includes itself");
        }
        var valueSet = source.valueSet(canonical)
                .orElseThrow(() -> new ValueSetNotExpandable(
                        canonical, "no value set has this canonical; store it, or correct the reference to it"));
        var within = new LinkedHashSet<>(includers);
        within.add(canonical);
        try {
            return compose(canonical, valueSet, within);
        } catch (ValueSetNotExpandable notComposable) {
            if (valueSet.hasExpansion()) {
                return expansion(canonical, valueSet);
            }
            throw notComposable;
        }
    }

    private CodeSet compose(String canonical, ValueSet valueSet, Set<String> within) {
        if (!valueSet.getCompose().hasInclude()) {
            throw new ValueSetNotExpandable(
                    canonical, "it neither lists its codes nor has an expansion; list the codes, or store it expanded");
        }
        var codes = new ArrayList<Code>();
        for (var include : valueSet.getCompose().getInclude()) {
            codes.addAll(codes(canonical, include, within));
        }
        for (var exclude : valueSet.getCompose().getExclude()) {
            var excluded = new CodeSet(codes(canonical, exclude, within));
            codes.removeIf(excluded::contains);
        }
        return new CodeSet(codes);
    }

    /** What an include names: its concepts, its filtered code system, or its value sets, as far as all of these agree. */
    private List<Code> codes(String canonical, ConceptSetComponent set, Set<String> within) {
        var valueSets = new ArrayList<CodeSet>();
        for (CanonicalType included : set.getValueSet()) {
            valueSets.add(expand(included.getValue(), within));
        }
        var isOfValueSets = !valueSets.isEmpty() && !set.hasConcept() && !set.hasFilter();
        var candidates = isOfValueSets ? ofSystem(valueSets.get(0), set) : codesOfSystem(canonical, set);
        return candidates
                .filter(code -> valueSets.stream().allMatch(valueSet -> valueSet.contains(code)))
                .toList();
    }

    private static Stream<Code> ofSystem(CodeSet valueSet, ConceptSetComponent set) {
        return valueSet.codes().stream()
                .filter(code -> !set.hasSystem() || set.getSystem().equals(code.getSystem()));
    }

    private Stream<Code> codesOfSystem(String canonical, ConceptSetComponent set) {
        if (set.hasConcept()) {
            return set.getConcept().stream()
                    .map(concept -> code(set.getSystem(), concept.getCode(), concept.getDisplay()));
        }
        if (!set.hasSystem()) {
            throw new ValueSetNotExpandable(
                    canonical, "an include or exclude names neither codes, nor a code system, nor a value set");
        }
        var concepts = concepts(canonical, set);
        var isSelected = set.getFilter().stream()
                .map(filter -> filter(canonical, filter, concepts))
                .reduce(concept -> true, Predicate::and);
        return concepts.all().stream()
                .filter(concept -> !Concepts.isAbstract(concept))
                .filter(isSelected)
                .map(concept -> code(set.getSystem(), concept.getCode(), concept.getDisplay()));
    }

    private static Predicate<ConceptDefinitionComponent> filter(
            String canonical, ValueSet.ConceptSetFilterComponent filter, Concepts concepts) {
        try {
            return ConceptFilter.of(filter, concepts);
        } catch (InvalidFilter invalid) {
            throw new ValueSetNotExpandable(canonical, invalid.element() + ": " + invalid.reason());
        }
    }

    private Concepts concepts(String canonical, ConceptSetComponent set) {
        var system = set.hasVersion() ? set.getSystem() + "|" + set.getVersion() : set.getSystem();
        return codeSystems.computeIfAbsent(
                system,
                name -> source.codeSystem(name)
                        .filter(codeSystem -> codeSystem.getContent() == CodeSystemContentMode.COMPLETE)
                        .map(Concepts::new)
                        .orElseThrow(() -> new ValueSetNotExpandable(
                                canonical,
                                "it takes codes from the whole of " + name
                                        + ", which is not stored complete; store that code system with content complete,"
                                        + " list the codes, or store the value set expanded")));
    }

    private static CodeSet expansion(String canonical, ValueSet valueSet) {
        var codes = new ArrayList<Code>();
        valueSet.getExpansion().getContains().forEach(contained -> collect(contained, codes));
        if (valueSet.getExpansion().getTotal() > codes.size()) {
            throw new ValueSetNotExpandable(
                    canonical,
                    "its expansion has " + codes.size() + " of "
                            + valueSet.getExpansion().getTotal() + " codes; store the whole expansion");
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
