package fr.respop.server.fhir.evaluation;

import fr.respop.server.fhir.LocalStore;
import fr.respop.server.fhir.Refusal;
import fr.respop.server.fhir.evaluation.Residents.Selection;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Group;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;

/** Finds out whom the Group, the practitioners and the organizations that a request names stand for. */
@Component
public class Populations {

    private static final String ORGANIZATION_TYPES = "https://respop.org/fhir/CodeSystem/respop-organization-type";

    private final LocalStore store;
    private final TargetPopulations targetPopulations;

    Populations(LocalStore store, TargetPopulations targetPopulations) {
        this.store = store;
        this.targetPopulations = targetPopulations;
    }

    /**
     * The residents for whom every reference stands; everybody if there is none.
     *
     * @param references to a Group, Practitioner, PractitionerRole or Organization; a Group comes first
     * @param time of the evaluation, at which members of a Group must be members
     * @throws Refusal 404 if one of them is not there; 422 if a Group cannot be evaluated
     */
    public Population of(List<IdType> references, ZonedDateTime time) {
        if (references.isEmpty()) {
            return new Population(new Selection.Everybody(), Optional.empty());
        }
        var population = of(references.get(0), time);
        for (var reference : references.subList(1, references.size())) {
            population = population.in(of(reference, time).residents());
        }
        return population;
    }

    private Population of(IdType reference, ZonedDateTime time) {
        var id = reference.getIdPart();
        return switch (reference.getResourceType()) {
            case "Group" -> group(stored(Group.class, id), time);
            case "Practitioner" -> {
                stored(Practitioner.class, id);
                yield all(new Selection.OfPractitioner(id));
            }
            case "PractitionerRole" -> {
                stored(PractitionerRole.class, id);
                yield all(new Selection.OfPractitionerRole(id));
            }
            case "Organization" ->
                all(
                        isTerritory(stored(Organization.class, id))
                                ? new Selection.OfTerritory(id)
                                : new Selection.OfOrganization(id));
            default -> throw new IllegalArgumentException("Stands for no population: " + reference.getResourceType());
        };
    }

    private Population group(Group group, ZonedDateTime time) {
        return group.getActual() ? all(GroupMembers.at(group, time)) : targetPopulations.of(group);
    }

    private static Population all(Selection residents) {
        return new Population(residents, Optional.empty());
    }

    private <T extends Resource> T stored(Class<T> type, String id) {
        var name = type.getSimpleName();
        return store.find(type, id)
                .orElseThrow(() -> Refusal.notFound(
                        "subject",
                        "There is no " + name + "/" + id + ". Search those that there are with GET " + name + "."));
    }

    /** Residents belong to a territory by where they live, whoever manages their record. */
    private static boolean isTerritory(Organization organization) {
        return organization.getType().stream().anyMatch(type -> type.hasCoding(ORGANIZATION_TYPES, "territory"));
    }
}
