package fr.respop.server.reasoning;

import fr.respop.server.fhir.LocalStore;
import fr.respop.server.fhir.evaluation.CurrentContent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeSystem.ConceptDefinitionComponent;
import org.hl7.fhir.r4.model.CodeSystem.ConceptDefinitionDesignationComponent;
import org.hl7.fhir.r4.model.Coding;
import org.springframework.stereotype.Component;

/** Names the concepts of the installed code systems for people: in French, then in English. */
@Component
class ConceptNames {

    private final LocalStore store;
    private final Map<String, Map<String, String>> namesBySystem = new ConcurrentHashMap<>();

    ConceptNames(LocalStore store, CurrentContent content) {
        this.store = store;
        content.onChange(namesBySystem::clear);
    }

    /** The name of a concept; its code if the code system is not installed or does not know it. */
    String of(Coding coding) {
        return namesBySystem
                .computeIfAbsent(coding.getSystem(), this::read)
                .getOrDefault(coding.getCode(), coding.getCode());
    }

    private Map<String, String> read(String system) {
        var names = new HashMap<String, String>();
        store.search(CodeSystem.class, "url=" + system).forEach(codes -> addNames(codes.getConcept(), names));
        return names;
    }

    private static void addNames(List<ConceptDefinitionComponent> concepts, Map<String, String> names) {
        for (var concept : concepts) {
            names.put(concept.getCode(), name(concept));
            addNames(concept.getConcept(), names);
        }
    }

    private static String name(ConceptDefinitionComponent concept) {
        return concept.getDesignation().stream()
                .filter(designation -> "fr".equals(designation.getLanguage()))
                .map(ConceptDefinitionDesignationComponent::getValue)
                .findFirst()
                .map(french -> french + " · " + concept.getDisplay())
                .orElse(concept.getDisplay());
    }
}
