package fr.respop.server.notification;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.EpisodeOfCare;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.RiskAssessment;

/** What a Subscription can be about. */
enum Topic {
    /** A stratum is computed and awaits the general practitioner. */
    STRATUM_PROPOSED(RiskAssessment.class),

    /** A general practitioner confirms, or corrects, a stratum. */
    STRATUM_CONFIRMED(RiskAssessment.class),

    /** A resident is included in a programme. */
    RESIDENT_INCLUDED(EpisodeOfCare.class),

    /** An act of an included resident's plan is overdue that was not in the version before. */
    GAP_OPENED(CarePlan.class),

    /** An included resident is admitted through an emergency department. */
    EMERGENCY_ADMISSION(Encounter.class);

    private static final String BASE = "https://respop.org/fhir/SubscriptionTopic/";

    private final Class<? extends Resource> type;

    Topic(Class<? extends Resource> type) {
        this.type = type;
    }

    static Optional<Topic> ofCanonical(String canonical) {
        return Arrays.stream(values())
                .filter(topic -> topic.canonical().equals(canonical))
                .findFirst();
    }

    static Topic ofCode(String code) {
        return Arrays.stream(values())
                .filter(topic -> topic.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    static String allCanonicals() {
        return Arrays.stream(values()).map(Topic::canonical).collect(Collectors.joining(", "));
    }

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String canonical() {
        return BASE + code();
    }

    /** What its events are about. */
    Class<? extends Resource> type() {
        return type;
    }
}
