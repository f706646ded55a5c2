package fr.respop.server.fhir.programme;

import java.util.Arrays;
import java.util.Optional;

/** The four states of a follow-up item, by DEQM's codes. */
public enum GapStatus {
    CLOSED("closed-gap", "Done in time [à jour]"),
    PROSPECTIVE("prospective-gap", "Due soon [bientôt dû]"),
    OPEN("open-gap", "Overdue [en retard]"),
    NOT_APPLICABLE("not-applicable", "Not applicable [sans objet]");

    public static final String SYSTEM = "http://hl7.org/fhir/uv/deqm/CodeSystem/deqm-gaps-status";

    private final String code;
    private final String display;

    GapStatus(String code, String display) {
        this.code = code;
        this.display = display;
    }

    public String code() {
        return code;
    }

    public String display() {
        return display;
    }

    public static Optional<GapStatus> of(String code) {
        return Arrays.stream(values())
                .filter(status -> status.code.equals(code))
                .findFirst();
    }
}
