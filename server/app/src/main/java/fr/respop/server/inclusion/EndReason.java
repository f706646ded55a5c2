package fr.respop.server.inclusion;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.hl7.fhir.r4.model.CarePlan.CarePlanStatus;
import org.hl7.fhir.r4.model.CareTeam.CareTeamStatus;
import org.hl7.fhir.r4.model.Coding;

/** Why an inclusion ends, by the codes of respop-inclusion-end; that it never was one, its status says. */
enum EndReason {
    WITHDRAWN(CarePlanStatus.REVOKED, "à la demande de la personne", "withdrawn by the resident"),
    MOVED(CarePlanStatus.REVOKED, "départ du territoire", "the resident moved"),
    DIED(CarePlanStatus.REVOKED, "décès", "the resident died"),
    MERGED(CarePlanStatus.REVOKED, "dossier fusionné avec un autre", "the record was merged into another"),
    ENDED(CarePlanStatus.COMPLETED, "fin du programme pour la personne", "the programme is over for the resident"),
    MISTAKEN(CarePlanStatus.ENTEREDINERROR, "saisie par erreur", "entered in error");

    private static final String SYSTEM = "https://respop.org/fhir/CodeSystem/respop-inclusion-end";

    private final CarePlanStatus planStatus;
    private final String french;
    private final String english;

    EndReason(CarePlanStatus planStatus, String french, String english) {
        this.planStatus = planStatus;
        this.french = french;
        this.english = english;
    }

    static Optional<EndReason> of(String code) {
        return Arrays.stream(values())
                .filter(reason -> reason.code().equals(code))
                .findFirst();
    }

    /** Whether a caller gives it; the others follow from what is written. */
    boolean isGiven() {
        return this == MOVED || this == DIED || this == ENDED;
    }

    private String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    Coding coding() {
        return new Coding(SYSTEM, code(), null);
    }

    /** What becomes of the personal plan. */
    CarePlanStatus planStatus() {
        return planStatus;
    }

    /** What becomes of the team. */
    CareTeamStatus teamStatus() {
        return this == MISTAKEN ? CareTeamStatus.ENTEREDINERROR : CareTeamStatus.INACTIVE;
    }

    String french() {
        return french;
    }

    String english() {
        return english;
    }
}
