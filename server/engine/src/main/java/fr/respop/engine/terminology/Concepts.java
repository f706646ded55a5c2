package fr.respop.engine.terminology;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeSystem.CodeSystemHierarchyMeaning;
import org.hl7.fhir.r4.model.CodeSystem.ConceptDefinitionComponent;
import org.hl7.fhir.r4.model.CodeSystem.ConceptPropertyComponent;

/** The concepts of a code system in their order, and which stands above which. */
public final class Concepts {

    private final CodeSystem codeSystem;
    private final Map<String, ConceptDefinitionComponent> byCode = new LinkedHashMap<>();
    private final Map<String, Set<String>> parents = new LinkedHashMap<>();
    private final Map<String, Set<String>> children = new LinkedHashMap<>();

    public Concepts(CodeSystem codeSystem) {
        this.codeSystem = codeSystem;
        codeSystem.getConcept().forEach(this::add);
        byCode.values().forEach(this::relateByProperties);
    }

    private void add(ConceptDefinitionComponent concept) {
        if (!concept.hasCode()) {
            return;
        }
        byCode.put(key(concept.getCode()), concept);
        for (var child : concept.getConcept()) {
            add(child);
            if (child.hasCode()) {
                relate(concept.getCode(), child.getCode());
            }
        }
    }

    /** Hierarchies are told by nesting, or by properties of these names that FHIR defines. */
    private void relateByProperties(ConceptDefinitionComponent concept) {
        for (var property : concept.getProperty()) {
            if ("parent".equals(property.getCode()) && property.hasValue()) {
                relate(property.getValue().primitiveValue(), concept.getCode());
            }
            if ("child".equals(property.getCode()) && property.hasValue()) {
                relate(concept.getCode(), property.getValue().primitiveValue());
            }
        }
    }

    private void relate(String parent, String child) {
        parents.computeIfAbsent(key(child), code -> new LinkedHashSet<>()).add(key(parent));
        children.computeIfAbsent(key(parent), code -> new LinkedHashSet<>()).add(key(child));
    }

    public CodeSystem codeSystem() {
        return codeSystem;
    }

    /** All concepts, each before those that are nested in it. */
    public Collection<ConceptDefinitionComponent> all() {
        return byCode.values();
    }

    public Optional<ConceptDefinitionComponent> find(String code) {
        return Optional.ofNullable(byCode.get(key(code)));
    }

    /** The codes of the concepts right above one. */
    public Set<String> parents(String code) {
        return parents.getOrDefault(key(code), Set.of());
    }

    /** The codes of the concepts right below one. */
    public Set<String> children(String code) {
        return children.getOrDefault(key(code), Set.of());
    }

    /** Whether a concept means something narrower than another one; a hierarchy of parts or of headings says no such thing. */
    public boolean isNarrower(String code, String than) {
        var meaning = codeSystem.getHierarchyMeaning();
        return (meaning == null || meaning == CodeSystemHierarchyMeaning.ISA) && isBelow(code, than);
    }

    /** Whether a concept is another one or means something narrower. */
    public boolean isA(String code, String other) {
        return key(code).equals(key(other)) || isNarrower(code, other);
    }

    private boolean isBelow(String code, String ancestor) {
        var open = new ArrayDeque<>(parents(code));
        var seen = new LinkedHashSet<String>();
        while (!open.isEmpty()) {
            var next = open.pop();
            if (next.equals(key(ancestor))) {
                return true;
            }
            if (seen.add(next)) {
                open.addAll(parents(next));
            }
        }
        return false;
    }

    /** Whether a concept only groups others and is not meant to be recorded. */
    public static boolean isAbstract(ConceptDefinitionComponent concept) {
        return hasProperty(concept, "notSelectable", "true");
    }

    public static boolean isInactive(ConceptDefinitionComponent concept) {
        return hasProperty(concept, "inactive", "true")
                || hasProperty(concept, "status", "retired")
                || hasProperty(concept, "status", "inactive");
    }

    private static boolean hasProperty(ConceptDefinitionComponent concept, String code, String value) {
        return concept.getProperty().stream()
                .filter(property -> code.equals(property.getCode()))
                .map(ConceptPropertyComponent::getValue)
                .anyMatch(held -> held != null && value.equals(held.primitiveValue()));
    }

    private String key(String code) {
        var ignoresCase = codeSystem.hasCaseSensitive() && !codeSystem.getCaseSensitive();
        return ignoresCase ? code.toLowerCase(Locale.ROOT) : code;
    }
}
