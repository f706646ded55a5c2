package fr.respop.server.fhir.programme;

import fr.respop.server.fhir.LocalStore;
import fr.respop.server.fhir.Refusal;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Reference;
import org.springframework.stereotype.Component;

/** Knows who is a general practitioner [médecin traitant] of a resident, and so decides for the programme. */
@Component
public class GeneralPractitioners {

    private final LocalStore store;

    GeneralPractitioners(LocalStore store) {
        this.store = store;
    }

    /**
     * Lets a general practitioner of the resident pass.
     *
     * @param practitioner a Practitioner or PractitionerRole; with and without a role it is the same person
     * @param element the parameter or element that names the practitioner
     * @param what what the practitioner is about to do, such as {@code decides on a stratum}
     * @throws Refusal 422 if the resident has none; 403 if it is somebody else
     */
    public void check(Patient resident, Reference practitioner, String element, String what) {
        if (!resident.hasGeneralPractitioner()) {
            throw Refusal.unprocessable(
                    IssueType.BUSINESSRULE,
                    "Patient.generalPractitioner",
                    "The resident has no general practitioner who could decide: add one to the Patient first.");
        }
        if (!isOne(resident, practitioner)) {
            throw Refusal.forbidden(
                    element,
                    "Only a general practitioner of the resident, named in Patient.generalPractitioner, " + what + ".");
        }
    }

    /** Whether somebody is a general practitioner of the resident, in whatever role. */
    public boolean isOne(Patient resident, Reference practitioner) {
        return resident.getGeneralPractitioner().stream().anyMatch(known -> isSamePerson(known, practitioner));
    }

    private boolean isSamePerson(Reference one, Reference other) {
        return names(one).anyMatch(name -> names(other).anyMatch(name::equals));
    }

    private Stream<String> names(Reference reference) {
        var name = idOf(reference);
        if (!name.startsWith("PractitionerRole/")) {
            return Stream.of(name);
        }
        var person = store.find(PractitionerRole.class, name.substring(name.indexOf('/') + 1))
                .map(role -> idOf(role.getPractitioner()));
        return Stream.concat(Stream.of(name), person.stream());
    }

    private static String idOf(Reference reference) {
        var id = reference.getReferenceElement().toUnqualifiedVersionless();
        return id.hasIdPart() ? String.valueOf(id.getValue()) : "";
    }
}
