package fr.respop.server.worklist;

import fr.respop.server.fhir.programme.Gap;
import fr.respop.server.fhir.programme.Programme;
import java.util.Comparator;
import java.util.Optional;
import org.hl7.fhir.r4.model.Coding;

/**
 * Something that a resident needs.
 *
 * @param patientId the logical id of the resident
 * @param name the resident's name, for people; empty if unknown
 * @param programme in which programme
 * @param stratum the resident's stratum in it
 * @param gap the follow-up item
 * @param lastContact the day on which the team last tried to reach the resident about it, if it did
 */
record WorkItem(
        String patientId,
        String name,
        Programme programme,
        KnownStratum stratum,
        Gap gap,
        Optional<String> lastContact) {

    /** The highest stratum first, then what waits longest. */
    static final Comparator<WorkItem> BY_URGENCY = Comparator.comparing(
                    (WorkItem item) -> item.stratum().number(), Comparator.reverseOrder())
            .thenComparing(WorkItem::due)
            .thenComparing(WorkItem::patientId)
            .thenComparing(item -> item.gap().measure().measure().getUrl());

    /** The day by which it is due; what was never done is due today. */
    String due() {
        return gap.due().map(day -> day.getValueAsString()).orElse("");
    }

    String lastDone() {
        return gap.lastDone().map(day -> day.getValueAsString()).orElse("");
    }

    Coding item() {
        return gap.measure().measure().getTopicFirstRep().getCodingFirstRep();
    }
}
