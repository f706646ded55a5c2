package fr.respop.server.terminology;

import fr.respop.engine.terminology.Concepts;
import java.util.Set;
import org.hl7.fhir.r4.model.CodeSystem.ConceptDefinitionComponent;
import org.hl7.fhir.r4.model.CodeSystem.ConceptDefinitionDesignationComponent;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;

/** The answer of {@code $lookup}. */
final class ConceptDescription {

    private ConceptDescription() {}

    /**
     * Describes a concept.
     *
     * @param properties the properties to answer; all when empty
     * @param language the language of the display
     */
    static Parameters of(
            Concepts concepts, ConceptDefinitionComponent concept, Set<String> properties, @Nullable String language) {
        var system = concepts.codeSystem();
        var answer = new Parameters();
        answer.addParameter("name", system.hasName() ? system.getName() : system.getUrl());
        if (system.hasVersion()) {
            answer.addParameter("version", system.getVersion());
        }
        var label = Labels.in(language, concept.getDisplay(), Labels.ofCodeSystem(concept.getDesignation()));
        answer.addParameter("display", label == null ? concept.getCode() : label);
        concept.getDesignation().forEach(designation -> addDesignation(answer, designation));
        if (concept.hasDefinition()) {
            addProperty(answer, properties, "definition", new StringType(concept.getDefinition()));
        }
        concepts.parents(concept.getCode())
                .forEach(parent -> addProperty(answer, properties, "parent", new CodeType(parent)));
        concepts.children(concept.getCode())
                .forEach(child -> addProperty(answer, properties, "child", new CodeType(child)));
        concept.getProperty().stream()
                .filter(property ->
                        property.hasCode() && !Set.of("parent", "child").contains(property.getCode()))
                .forEach(property -> addProperty(answer, properties, property.getCode(), property.getValue()));
        return answer;
    }

    private static void addDesignation(Parameters answer, ConceptDefinitionDesignationComponent designation) {
        var part = answer.addParameter().setName("designation");
        if (designation.hasLanguage()) {
            part.addPart().setName("language").setValue(designation.getLanguageElement());
        }
        if (designation.hasUse()) {
            part.addPart().setName("use").setValue(designation.getUse());
        }
        part.addPart().setName("value").setValue(designation.getValueElement());
    }

    private static void addProperty(Parameters answer, Set<String> wanted, String code, Type value) {
        if (wanted.isEmpty() || wanted.contains(code)) {
            var part = answer.addParameter().setName("property");
            part.addPart().setName("code").setValue(new CodeType(code));
            part.addPart().setName("value").setValue(value);
        }
    }
}
