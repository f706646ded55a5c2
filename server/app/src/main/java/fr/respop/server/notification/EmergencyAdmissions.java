package fr.respop.server.notification;

import fr.respop.engine.content.ValueSetNotExpandable;
import fr.respop.server.fhir.evaluation.CurrentContent;
import java.util.EnumSet;
import java.util.Set;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Encounter.EncounterStatus;
import org.opencds.cqf.cql.engine.runtime.Code;
import org.springframework.stereotype.Component;

/**
 * Knows admissions through an emergency department [passage par les urgences], as the strata know them: of the class
 * {@code EMER}, or from a source of the value set {@code emergency-admission}, to which a site adds its own.
 */
@Component
class EmergencyAdmissions {

    private static final String SOURCES = "https://respop.org/fhir/ValueSet/emergency-admission";
    private static final Set<EncounterStatus> NOT_HAPPENED =
            EnumSet.of(EncounterStatus.PLANNED, EncounterStatus.CANCELLED, EncounterStatus.ENTEREDINERROR);

    private final CurrentContent content;

    EmergencyAdmissions(CurrentContent content) {
        this.content = content;
    }

    /** Whether it is a whole stay, not a part of one, and has begun. */
    boolean isOne(Encounter encounter) {
        return !NOT_HAPPENED.contains(encounter.getStatus())
                && !encounter.hasPartOf()
                && ("EMER".equals(encounter.getClass_().getCode())
                        || encounter.getHospitalization().getAdmitSource().getCoding().stream()
                                .anyMatch(this::isEmergency));
    }

    private boolean isEmergency(Coding source) {
        try {
            return content.get()
                    .codes(SOURCES)
                    .contains(new Code().withSystem(source.getSystem()).withCode(source.getCode()));
        } catch (ValueSetNotExpandable notInstalled) {
            return false;
        }
    }
}
