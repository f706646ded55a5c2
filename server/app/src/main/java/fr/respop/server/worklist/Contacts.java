package fr.respop.server.worklist;

import fr.respop.server.fhir.programme.Gap;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Communication.CommunicationStatus;
import org.hl7.fhir.r4.model.Resource;

/**
 * Finds attempts to reach a resident: Communications whose {@code reasonCode} is a follow-up item, {@code completed} if the
 * resident was reached and {@code not-done} if not.
 */
final class Contacts {

    private Contacts() {}

    /** The day of the last attempt about an item, if there was one. */
    static Optional<String> lastAbout(Gap gap, List<Resource> record) {
        var item = gap.measure().measure().getTopicFirstRep().getCodingFirstRep();
        return record.stream()
                .filter(Communication.class::isInstance)
                .map(Communication.class::cast)
                .filter(contact -> contact.getStatus() == CommunicationStatus.COMPLETED
                        || contact.getStatus() == CommunicationStatus.NOTDONE)
                .filter(contact -> contact.getReasonCode().stream()
                        .anyMatch(reason -> reason.hasCoding(item.getSystem(), item.getCode())))
                .filter(contact -> contact.hasSent())
                .map(contact -> contact.getSentElement().getValueAsString().substring(0, 10))
                .max(Comparator.naturalOrder());
    }
}
