package fr.respop.server.territory;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Organization;

/**
 * The postal codes that one territory claims.
 *
 * @param id the logical id of its Organization
 * @param postalCodes in the order of the Organization
 */
record Territory(String id, Set<String> postalCodes) {

    static final String POSTAL_CODE = "https://respop.org/fhir/StructureDefinition/respop-postal-code";
    static final String PMSI_GEOGRAPHIC_CODE =
            "https://respop.org/fhir/StructureDefinition/respop-pmsi-geographic-code";
    static final String TYPE_SYSTEM = "https://respop.org/fhir/CodeSystem/respop-organization-type";
    static final String TYPE_CODE = "territory";

    Territory {
        postalCodes = Collections.unmodifiableSet(new LinkedHashSet<>(postalCodes));
    }

    static boolean isTerritory(Organization organization) {
        return organization.getType().stream().anyMatch(type -> type.hasCoding(TYPE_SYSTEM, TYPE_CODE));
    }

    /** What an Organization claims; empty if it is no territory, or an inactive one. */
    static Optional<Territory> claimedBy(Organization organization) {
        if (!isTerritory(organization) || (organization.hasActive() && !organization.getActive())) {
            return Optional.empty();
        }
        var codes = organization.getExtensionsByUrl(POSTAL_CODE).stream()
                .filter(extension -> extension.hasValue())
                .map(extension -> extension.getValue().primitiveValue())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return Optional.of(new Territory(organization.getIdElement().getIdPart(), codes));
    }
}
