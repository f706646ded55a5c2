package fr.respop.server.fhir.evaluation;

import fr.respop.server.fhir.LocalStore;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeSystem.ConceptDefinitionComponent;
import org.hl7.fhir.r4.model.CodeSystem.ConceptDefinitionDesignationComponent;
import org.hl7.fhir.r4.model.Coding;
import org.springframework.stereotype.Component;

/** Names the concepts of the installed code systems for people. */
@Component
public class ConceptNames {

    private record Name(String french, String english) {}

    private final LocalStore store;
    private final Map<String, Map<String, Name>> namesBySystem = new ConcurrentHashMap<>();

    ConceptNames(LocalStore store, CurrentContent content) {
        this.store = store;
        content.onChange(namesBySystem::clear);
    }

    /** The name in French, then in English; the code if the code system is not installed or does not know it. */
    public String of(Coding coding) {
        var name = find(coding);
        return name.french().equals(name.english()) ? name.english() : name.french() + " · " + name.english();
    }

    /** The French name; the English one where there is no other. */
    public String french(Coding coding) {
        return find(coding).french();
    }

    public String english(Coding coding) {
        return find(coding).english();
    }

    private Name find(Coding coding) {
        return namesBySystem
                .computeIfAbsent(coding.getSystem(), this::read)
                .getOrDefault(coding.getCode(), new Name(coding.getCode(), coding.getCode()));
    }

    private Map<String, Name> read(String system) {
        var names = new HashMap<String, Name>();
        store.search(CodeSystem.class, "url=" + system).forEach(codes -> addNames(codes.getConcept(), names));
        return names;
    }

    private static void addNames(List<ConceptDefinitionComponent> concepts, Map<String, Name> names) {
        for (var concept : concepts) {
            names.put(concept.getCode(), new Name(french(concept), concept.getDisplay()));
            addNames(concept.getConcept(), names);
        }
    }

    private static String french(ConceptDefinitionComponent concept) {
        return concept.getDesignation().stream()
                .filter(designation -> "fr".equals(designation.getLanguage()))
                .map(ConceptDefinitionDesignationComponent::getValue)
                .findFirst()
                .orElse(concept.getDisplay());
    }
}
