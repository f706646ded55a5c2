package fr.respop.server.stratification;

import fr.respop.server.fhir.LocalStore;
import fr.respop.server.fhir.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeSystem.ConceptDefinitionComponent;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.springframework.stereotype.Component;

/** Reads the installed programmes: a new one is content only. */
@Component
class Programmes {

    private static final String LIBRARY = "membership-library";
    private static final String CRITERION_SYSTEM = "criterion-system";

    private final LocalStore store;

    Programmes(LocalStore store) {
        this.store = store;
    }

    /** All programmes that say how their strata are computed. */
    List<Programme> all() {
        return store.search(CodeSystem.class, "url=" + Programme.SYSTEM).stream()
                .flatMap(programmes -> programmes.getConcept().stream())
                .flatMap(concept -> programme(concept).stream())
                .toList();
    }

    /**
     * A programme by its code.
     *
     * @param element the parameter or element that names it
     * @throws Refusal 422 if there is none
     */
    Programme get(String code, String element) {
        var all = all();
        return all.stream()
                .filter(programme -> programme.code().equals(code))
                .findFirst()
                .orElseThrow(() -> Refusal.unprocessable(
                        IssueType.CODEINVALID,
                        element,
                        "There is no programme of that code. The installed ones are "
                                + all.stream().map(Programme::code).collect(Collectors.joining(", ")) + "."));
    }

    /**
     * The stratum of a code.
     *
     * @param programme the code of the programme that it must be of
     * @param element the parameter or element that holds it
     * @throws Refusal 422 if it is none of that programme
     */
    Coding stratum(String programme, String code, String element) {
        var strata = store.search(CodeSystem.class, "url=" + Programme.STRATA).stream()
                .flatMap(system -> system.getConcept().stream())
                .filter(concept -> concept.getCode().startsWith(programme + "-"))
                .toList();
        return strata.stream()
                .filter(concept -> concept.getCode().equals(code))
                .map(concept -> new Coding(Programme.STRATA, concept.getCode(), concept.getDisplay()))
                .findFirst()
                .orElseThrow(() -> Refusal.unprocessable(
                        IssueType.CODEINVALID,
                        element,
                        "It is no stratum of the programme; its strata are "
                                + strata.stream()
                                        .map(ConceptDefinitionComponent::getCode)
                                        .collect(Collectors.joining(", "))
                                + ", of " + Programme.STRATA + "."));
    }

    private static Optional<Programme> programme(ConceptDefinitionComponent concept) {
        var library = property(concept, LIBRARY);
        var criterionSystem = property(concept, CRITERION_SYSTEM);
        return library.isEmpty() || criterionSystem.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Programme(concept.getCode(), concept.getDisplay(), library.get(), criterionSystem.get()));
    }

    private static Optional<String> property(ConceptDefinitionComponent concept, String code) {
        return concept.getProperty().stream()
                .filter(property -> code.equals(property.getCode()))
                .map(property -> property.getValue().primitiveValue())
                .findFirst();
    }
}
