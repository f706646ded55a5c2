package fr.respop.server.inclusion;

import fr.respop.server.fhir.LocalStore;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.RelatedPerson;
import org.springframework.stereotype.Component;

/** Names the participants of a care team for the resident's letter. */
@Component
class ParticipantNames {

    private static final String UNNAMED = "un membre de votre équipe";

    private final LocalStore store;

    ParticipantNames(LocalStore store) {
        this.store = store;
    }

    String of(Reference participant) {
        var id = participant.getReferenceElement().getIdPart();
        var name = switch (participant.getReferenceElement().getResourceType()) {
            case "Practitioner" -> practitioner(id);
            case "PractitionerRole" ->
                store.find(PractitionerRole.class, id)
                        .map(role ->
                                role.getPractitioner().getReferenceElement().getIdPart())
                        .flatMap(this::practitioner);
            case "Organization" -> store.find(Organization.class, id).map(Organization::getName);
            default -> store.find(RelatedPerson.class, id).flatMap(person -> name(person.getName()));
        };
        return name.filter(text -> !text.isBlank()).orElse(UNNAMED);
    }

    private Optional<String> practitioner(String id) {
        return store.find(Practitioner.class, id).flatMap(practitioner -> name(practitioner.getName()));
    }

    private static Optional<String> name(List<HumanName> names) {
        return names.stream().findFirst().map(HumanName::getNameAsSingleString);
    }
}
