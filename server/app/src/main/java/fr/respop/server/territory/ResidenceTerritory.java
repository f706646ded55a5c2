package fr.respop.server.territory;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;

/** The extension in which the server notes a resident's territory. */
final class ResidenceTerritory {

    static final String URL = "https://respop.org/fhir/StructureDefinition/respop-residence-territory";

    private final Clock clock;

    ResidenceTerritory(Clock clock) {
        this.clock = clock;
    }

    /** The logical id of the territory in which a resident lives. */
    Optional<String> derive(Patient resident, Claims claims) {
        return HomeAddress.postalCodeOf(resident, LocalDate.now(clock)).flatMap(claims::territoryOf);
    }

    /** Puts the territory in place of whatever the extension held. */
    static void note(Patient resident, Optional<String> territory) {
        resident.getExtension().removeIf(extension -> URL.equals(extension.getUrl()));
        territory.ifPresent(id -> resident.addExtension(URL, new Reference("Organization/" + id)));
    }

    /** Whether the extension already says so, once and nothing else. */
    static boolean isNoted(Patient resident, Optional<String> territory) {
        var noted = resident.getExtensionsByUrl(URL).stream()
                .map(extension -> extension.getValue() instanceof Reference reference
                        ? reference
                                .getReferenceElement()
                                .toUnqualifiedVersionless()
                                .getValue()
                        : "")
                .toList();
        return noted.equals(territory.map(id -> "Organization/" + id).stream().toList());
    }
}
