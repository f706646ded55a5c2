package fr.respop.server.cdshooks;

import fr.respop.server.fhir.LocalStore;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeSystem.ConceptDefinitionComponent;

/** The names of the concepts of some installed code systems. */
final class Labels {

    private final Map<String, Map<String, Label>> bySystem = new HashMap<>();

    Labels(LocalStore store, Collection<String> systems) {
        for (var system : systems) {
            var labels = new LinkedHashMap<String, Label>();
            store.search(CodeSystem.class, "url=" + system).forEach(codes -> add(codes.getConcept(), labels));
            bySystem.put(system, labels);
        }
    }

    private static void add(List<ConceptDefinitionComponent> concepts, Map<String, Label> labels) {
        for (var concept : concepts) {
            labels.put(concept.getCode(), Label.of(concept));
            add(concept.getConcept(), labels);
        }
    }

    /** The name of a code; the code itself if nobody named it. */
    String of(String system, String code, Language language) {
        return all(system).getOrDefault(code, new Label(code, code)).in(language);
    }

    /** Of a whole code system, in its order. */
    Map<String, Label> all(String system) {
        return bySystem.getOrDefault(system, Map.of());
    }
}
