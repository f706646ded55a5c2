package fr.respop.server.fhir.evaluation;

import fr.respop.engine.Membership;
import fr.respop.server.fhir.LocalStore;
import fr.respop.server.fhir.Refusal;
import fr.respop.server.fhir.evaluation.Residents.Selection;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeSystem.ConceptDefinitionComponent;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Group;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Type;
import org.springframework.stereotype.Component;

/**
 * Reads target populations [populations-cibles]: Groups that define their members and never list them.
 *
 * <p>A Group says where its members live (characteristic {@code territory}) and which programme they belong to
 * (characteristic {@code programme}). The CQL expression that decides on membership stands once, with the programme, in
 * the code system of programmes: a new target population needs no Java.
 */
@Component
class TargetPopulations {

    private static final String CHARACTERISTICS = "https://respop.org/fhir/CodeSystem/respop-group-characteristic";
    private static final String PROGRAMMES = "https://respop.org/fhir/CodeSystem/respop-programme";

    private final LocalStore store;

    TargetPopulations(LocalStore store) {
        this.store = store;
    }

    /**
     * The population that a Group defines.
     *
     * @throws Refusal 422 if it lacks a characteristic, or names a programme whose content is not installed
     */
    Population of(Group group) {
        var territory = characteristic(group, "territory", Reference.class);
        var programme = characteristic(group, "programme", CodeableConcept.class);
        return new Population(
                new Selection.OfTerritory(territory.getReferenceElement().getIdPart()),
                Optional.of(membershipOf(programme.getCoding())));
    }

    private static <T extends Type> T characteristic(Group group, String code, Class<T> type) {
        return group.getCharacteristic().stream()
                .filter(characteristic -> characteristic.getCode().hasCoding(CHARACTERISTICS, code))
                .filter(characteristic -> !characteristic.getExclude())
                .map(Group.GroupCharacteristicComponent::getValue)
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow(() -> Refusal.unprocessable(
                        IssueType.REQUIRED,
                        "Group.characteristic",
                        "Group/" + group.getIdElement().getIdPart() + " has no characteristic " + CHARACTERISTICS + "#"
                                + code + " with a " + type.getSimpleName()
                                + ". A target population has one territory and one programme."));
    }

    private Membership membershipOf(List<Coding> programme) {
        return store.search(CodeSystem.class, "url=" + PROGRAMMES).stream()
                .flatMap(programmes -> programmes.getConcept().stream())
                .filter(concept -> programme.stream()
                        .anyMatch(coding -> PROGRAMMES.equals(coding.getSystem())
                                && concept.getCode().equals(coding.getCode())))
                .filter(concept -> concept.getProperty().size() >= 2)
                .map(concept -> new Membership(
                        property(concept, "membership-library"), property(concept, "membership-expression")))
                .findFirst()
                .orElseThrow(
                        () -> Refusal.unprocessable(
                                IssueType.NOTSUPPORTED,
                                "Group.characteristic.value",
                                "No content is installed for the programme " + describe(programme)
                                        + ": the code system " + PROGRAMMES
                                        + " must give its concept the properties membership-library and membership-expression."));
    }

    private static String property(ConceptDefinitionComponent concept, String code) {
        return concept.getProperty().stream()
                .filter(property -> code.equals(property.getCode()))
                .map(property -> property.getValue().primitiveValue())
                .findFirst()
                .orElseThrow(() -> Refusal.unprocessable(
                        IssueType.REQUIRED,
                        "CodeSystem.concept.property",
                        "The programme " + concept.getCode() + " of " + PROGRAMMES + " has no property " + code + "."));
    }

    private static String describe(List<Coding> programme) {
        return programme.isEmpty()
                ? "(none)"
                : programme.get(0).getSystem() + "#" + programme.get(0).getCode();
    }
}
