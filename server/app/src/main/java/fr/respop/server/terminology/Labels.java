package fr.respop.server.terminology;

import java.util.List;
import java.util.Locale;
import org.hl7.fhir.r4.model.CodeSystem.ConceptDefinitionDesignationComponent;
import org.hl7.fhir.r4.model.ValueSet.ConceptReferenceDesignationComponent;
import org.jspecify.annotations.Nullable;

/** How a concept is called, in the language of who asks. */
final class Labels {

    private Labels() {}

    /**
     * The label in a language, else the display.
     *
     * @param language a BCP 47 tag such as {@code fr} or {@code fr-FR}
     */
    static @Nullable String in(
            @Nullable String language,
            @Nullable String display,
            List<ConceptReferenceDesignationComponent> designations) {
        if (language == null) {
            return display;
        }
        return designations.stream()
                .filter(designation -> isIn(language, designation.getLanguage()))
                .map(ConceptReferenceDesignationComponent::getValue)
                .findFirst()
                .orElse(display);
    }

    /** The designations of a code system in the form that value sets have. */
    static List<ConceptReferenceDesignationComponent> ofCodeSystem(
            List<ConceptDefinitionDesignationComponent> designations) {
        return designations.stream().map(Labels::ofCodeSystem).toList();
    }

    private static ConceptReferenceDesignationComponent ofCodeSystem(ConceptDefinitionDesignationComponent defined) {
        var designation = new ConceptReferenceDesignationComponent(defined.getValueElement());
        designation.setLanguageElement(defined.getLanguageElement());
        if (defined.hasUse()) {
            designation.setUse(defined.getUse());
        }
        return designation;
    }

    private static boolean isIn(String asked, @Nullable String given) {
        if (given == null) {
            return false;
        }
        var wanted = asked.toLowerCase(Locale.ROOT);
        var held = given.toLowerCase(Locale.ROOT);
        return held.equals(wanted) || held.startsWith(wanted + "-") || wanted.startsWith(held + "-");
    }
}
