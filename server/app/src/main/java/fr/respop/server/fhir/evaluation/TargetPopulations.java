package fr.respop.server.fhir.evaluation;

import fr.respop.server.fhir.Refusal;
import fr.respop.server.fhir.evaluation.Residents.Selection;
import fr.respop.server.fhir.programme.Programmes;
import java.util.Optional;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Group;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Type;
import org.springframework.stereotype.Component;

/**
 * Reads target populations [populations-cibles]: Groups that define their members and never list them.
 *
 * <p>A Group says where its members live (characteristic {@code territory}) and which programme they belong to
 * (characteristic {@code programme}); or, with the characteristic {@code included}, in which programme they are included
 * [patients inclus]. The CQL expression that decides on membership stands once, with the programme, in
 * the code system of programmes: a new target population needs no Java.
 */
@Component
class TargetPopulations {

    private static final String CHARACTERISTICS = "https://respop.org/fhir/CodeSystem/respop-group-characteristic";

    private final Programmes programmes;

    TargetPopulations(Programmes programmes) {
        this.programmes = programmes;
    }

    /**
     * The population that a Group defines.
     *
     * @throws Refusal 422 if it lacks a characteristic, or names a programme whose content is not installed
     */
    Population of(Group group) {
        var territory = characteristic(group, "territory", Reference.class);
        var programme = characteristic(group, "programme", CodeableConcept.class);
        if (isOfIncluded(group)) {
            return new Population(
                    new Selection.InBoth(
                            new Selection.OfTerritory(
                                    territory.getReferenceElement().getIdPart()),
                            new Selection.IncludedIn(programmes.of(group).code())),
                    Optional.empty());
        }
        return new Population(
                new Selection.OfTerritory(territory.getReferenceElement().getIdPart()),
                Optional.of(programmes.membership(programme.getCoding(), "Group.characteristic.value")));
    }

    private static boolean isOfIncluded(Group group) {
        return group.getCharacteristic().stream()
                .filter(characteristic -> characteristic.getCode().hasCoding(CHARACTERISTICS, "included"))
                .anyMatch(characteristic -> !characteristic.getExclude()
                        && characteristic.getValue() instanceof BooleanType flag
                        && flag.booleanValue());
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
}
