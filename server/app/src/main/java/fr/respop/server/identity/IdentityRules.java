package fr.respop.server.identity;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.PractitionerRole;

/** All rules of this feature, by the type of the resource. */
final class IdentityRules {

    private final IdentifierRules identifiers;

    IdentityRules(IdentifierRules identifiers) {
        this.identifiers = identifiers;
    }

    List<Finding> check(IBaseResource resource) {
        return findings(resource).toList();
    }

    private Stream<Finding> findings(IBaseResource resource) {
        if (resource instanceof Patient resident) {
            return Stream.concat(
                    identifiers.check("Patient.identifier", resident.getIdentifier()), ResidentRules.check(resident));
        }
        if (resource instanceof Practitioner practitioner) {
            return identifiers.check("Practitioner.identifier", practitioner.getIdentifier());
        }
        if (resource instanceof PractitionerRole role) {
            return Stream.concat(
                    identifiers.check("PractitionerRole.identifier", role.getIdentifier()),
                    practitionerOf(role).stream());
        }
        return Stream.empty();
    }

    private Optional<Finding> practitionerOf(PractitionerRole role) {
        return identifiers.check(
                role.getPractitioner().getIdentifier(), "PractitionerRole.practitioner.identifier.value");
    }
}
