package fr.respop.server.caregaps;

import java.util.Arrays;
import java.util.Optional;

/** The four states of a follow-up item, by DEQM's codes. */
enum GapStatus {
    CLOSED("closed-gap", "Done in time [à jour]"),
    PROSPECTIVE("prospective-gap", "Due soon [bientôt dû]"),
    OPEN("open-gap", "Overdue [en retard]"),
    NOT_APPLICABLE("not-applicable", "Not applicable [sans objet]");

    static final String SYSTEM = "http://hl7.org/fhir/uv/deqm/CodeSystem/deqm-gaps-status";

    private final String code;
    private final String display;

    GapStatus(String code, String display) {
        this.code = code;
        this.display = display;
    }

    String code() {
        return code;
    }

    String display() {
        return display;
    }

    static Optional<GapStatus> of(String code) {
        return Arrays.stream(values())
                .filter(status -> status.code.equals(code))
                .findFirst();
    }
}
