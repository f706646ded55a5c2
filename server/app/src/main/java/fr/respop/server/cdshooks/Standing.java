package fr.respop.server.cdshooks;

import fr.respop.server.fhir.programme.Gap;
import fr.respop.server.fhir.programme.GapStatus;
import java.time.LocalDate;

/** How the resident stands with an item. */
record Standing(Item item, Gap gap) {

    /** As the evaluator of the setting has it. */
    static Standing of(Item item, Setting setting) {
        return new Standing(item, item.gap(setting.evaluator()));
    }

    boolean is(GapStatus status) {
        return gap.status() == status;
    }

    /** The day by which it is due. */
    LocalDate due(LocalDate today) {
        return GapText.day(gap.due()).orElse(today);
    }
}
