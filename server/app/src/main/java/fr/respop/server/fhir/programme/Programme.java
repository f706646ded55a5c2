package fr.respop.server.fhir.programme;

import fr.respop.engine.Membership;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;

/**
 * A programme, as the code system of programmes describes it.
 *
 * @param code its code there
 * @param display its English name
 * @param french its French name
 * @param membership what decides who is of its target population, in the library that computes its strata
 * @param criterionSystem the code system of its criteria
 * @param pathway the canonical of the PlanDefinition that leads from each stratum to its strategy, if it has one
 */
public record Programme(
        String code,
        String display,
        String french,
        Membership membership,
        String criterionSystem,
        Optional<String> pathway) {

    public static final String SYSTEM = "https://respop.org/fhir/CodeSystem/respop-programme";
    public static final String STRATA = "https://respop.org/fhir/CodeSystem/respop-stratum";

    /** The programme that a resource names among its concepts, if it does. */
    public static Optional<Coding> among(List<CodeableConcept> concepts) {
        return concepts.stream()
                .flatMap(concept -> concept.getCoding().stream())
                .filter(coding -> SYSTEM.equals(coding.getSystem()))
                .findFirst();
    }

    public Coding coding() {
        return new Coding(SYSTEM, code, display);
    }

    /** The canonical of the library that computes its strata. */
    public String library() {
        return membership.library();
    }

    /** The library for people, such as {@code DiabetesStrata 0.1.0}. */
    String libraryName() {
        return library().substring(library().lastIndexOf('/') + 1).replace('|', ' ');
    }

    /** The code of a stratum, such as {@code diabetes-3}. */
    public Coding stratum(int number) {
        return new Coding(STRATA, code + "-" + number, null);
    }
}
