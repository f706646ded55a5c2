package fr.respop.server.terminology;

import fr.respop.engine.terminology.ConceptFilter;
import fr.respop.engine.terminology.Concepts;
import fr.respop.engine.terminology.InvalidFilter;
import fr.respop.server.fhir.Refusal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.CodeSystem.ConceptDefinitionComponent;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.ValueSet;
import org.hl7.fhir.r4.model.ValueSet.ConceptReferenceComponent;
import org.hl7.fhir.r4.model.ValueSet.ConceptSetComponent;
import org.hl7.fhir.r4.model.ValueSet.ConceptSetFilterComponent;
import org.hl7.fhir.r4.model.ValueSet.ValueSetExpansionContainsComponent;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lists what a value set holds, each concept with all its labels. */
@Component
class Expander {

    private final Terminology terminology;

    Expander(Terminology terminology) {
        this.terminology = terminology;
    }

    /**
     * The concepts of a value set, in the order of its definition.
     *
     * @throws Refusal 404 or 422 if a part of the definition cannot be had
     */
    List<ValueSetExpansionContainsComponent> expand(ValueSet valueSet) {
        return List.copyOf(expand(valueSet, new HashSet<>()).values());
    }

    private Map<Key, ValueSetExpansionContainsComponent> expand(ValueSet valueSet, Set<String> within) {
        if (valueSet.hasUrl() && !within.add(valueSet.getUrl())) {
            throw Refusal.unprocessable(
                    IssueType.PROCESSING,
                    "ValueSet.compose",
                    "The value set " + valueSet.getUrl() + " includes itself. Correct its definition.");
        }
        Map<Key, ValueSetExpansionContainsComponent> listed = new LinkedHashMap<>();
        if (valueSet.hasCompose()) {
            for (var include : valueSet.getCompose().getInclude()) {
                selected(include, within).forEach(listed::putIfAbsent);
            }
            for (var exclude : valueSet.getCompose().getExclude()) {
                listed.keySet().removeAll(selected(exclude, within).keySet());
            }
        } else if (valueSet.hasExpansion()) {
            flat(valueSet.getExpansion().getContains()).forEach(concept -> listed.put(Key.of(concept), concept));
        } else {
            throw Refusal.unprocessable(
                    IssueType.REQUIRED,
                    "ValueSet.compose",
                    "The value set says neither what it is composed of nor what it expands to. Add compose.");
        }
        within.remove(valueSet.getUrl());
        return listed;
    }

    private static Stream<ValueSetExpansionContainsComponent> flat(List<ValueSetExpansionContainsComponent> nested) {
        return nested.stream()
                .flatMap(concept -> Stream.concat(
                        concept.hasCode() ? Stream.of(concept) : Stream.of(), flat(concept.getContains())));
    }

    /** What an include or exclude names: codes of its system that are also in each of its value sets. */
    private Map<Key, ValueSetExpansionContainsComponent> selected(ConceptSetComponent part, Set<String> within) {
        List<Map<Key, ValueSetExpansionContainsComponent>> sets = new ArrayList<>();
        if (part.hasSystem()) {
            sets.add(ofSystem(part));
        }
        for (CanonicalType canonical : part.getValueSet()) {
            sets.add(expand(terminology.valueSet("ValueSet.compose", canonical.getValue()), within));
        }
        if (sets.isEmpty()) {
            throw Refusal.unprocessable(
                    IssueType.PROCESSING,
                    "ValueSet.compose",
                    "An include or exclude names neither a system nor a value set. Correct the definition.");
        }
        var selected = sets.get(0);
        sets.forEach(set -> selected.keySet().retainAll(new LinkedHashSet<>(set.keySet())));
        return selected;
    }

    private Map<Key, ValueSetExpansionContainsComponent> ofSystem(ConceptSetComponent part) {
        var canonical = part.hasVersion() ? part.getSystem() + "|" + part.getVersion() : part.getSystem();
        var codeSystem = terminology.findCodeSystem(canonical).map(Concepts::new);
        var concepts = part.hasConcept()
                ? part.getConcept().stream()
                        .filter(ConceptReferenceComponent::hasCode)
                        .map(concept -> listed(part, concept, codeSystem))
                : ofWholeSystem(part, canonical, codeSystem);
        Map<Key, ValueSetExpansionContainsComponent> byKey = new LinkedHashMap<>();
        concepts.forEach(concept -> byKey.putIfAbsent(Key.of(concept), concept));
        return byKey;
    }

    /** A concept that the value set names; its labels there come before those of the code system. */
    private static ValueSetExpansionContainsComponent listed(
            ConceptSetComponent part, ConceptReferenceComponent named, Optional<Concepts> codeSystem) {
        var concept = codeSystem
                .flatMap(concepts -> concepts.find(named.getCode()).map(defined -> concept(concepts, defined)))
                .orElseGet(ValueSetExpansionContainsComponent::new);
        concept.setSystem(part.getSystem()).setCode(named.getCode());
        if (part.hasVersion()) {
            concept.setVersion(part.getVersion());
        }
        if (named.hasDisplay()) {
            concept.setDisplay(named.getDisplay());
        }
        var designations = new ArrayList<>(named.getDesignation());
        concept.getDesignation().stream()
                .filter(other -> designations.stream().noneMatch(other::equalsDeep))
                .forEach(designations::add);
        return concept.setDesignation(designations);
    }

    private static Stream<ValueSetExpansionContainsComponent> ofWholeSystem(
            ConceptSetComponent part, String canonical, Optional<Concepts> codeSystem) {
        var concepts = codeSystem
                .filter(known -> !known.all().isEmpty())
                .orElseThrow(
                        () -> Refusal.unprocessable(
                                IssueType.NOTFOUND,
                                "ValueSet.compose",
                                "The value set takes codes from the whole of " + canonical
                                        + ", whose concepts this server does not have. Store the code system, or list the codes."));
        Predicate<ConceptDefinitionComponent> isSelected = part.getFilter().stream()
                .map(filter -> filter(filter, concepts))
                .reduce(concept -> true, Predicate::and);
        return concepts.all().stream().filter(isSelected).map(defined -> concept(concepts, defined));
    }

    private static Predicate<ConceptDefinitionComponent> filter(ConceptSetFilterComponent filter, Concepts concepts) {
        try {
            return ConceptFilter.of(filter, concepts);
        } catch (InvalidFilter invalid) {
            var code = filter.hasOp() ? IssueType.VALUE : IssueType.REQUIRED;
            throw Refusal.unprocessable(code, invalid.element(), invalid.reason());
        }
    }

    private static ValueSetExpansionContainsComponent concept(Concepts concepts, ConceptDefinitionComponent defined) {
        var concept = new ValueSetExpansionContainsComponent()
                .setSystem(concepts.codeSystem().getUrl())
                .setVersion(concepts.codeSystem().getVersion())
                .setCode(defined.getCode())
                .setDisplay(defined.getDisplay())
                .setDesignation(new ArrayList<>(Labels.ofCodeSystem(defined.getDesignation())));
        if (Concepts.isAbstract(defined)) {
            concept.setAbstract(true);
        }
        if (Concepts.isInactive(defined)) {
            concept.setInactive(true);
        }
        return concept;
    }

    private record Key(@Nullable String system, String code) {
        static Key of(ValueSetExpansionContainsComponent concept) {
            return new Key(concept.getSystem(), Objects.requireNonNull(concept.getCode()));
        }
    }
}
