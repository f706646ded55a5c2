package fr.respop.server.fhir.programme;

import fr.respop.engine.Membership;
import fr.respop.server.fhir.LocalStore;
import fr.respop.server.fhir.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeSystem.ConceptDefinitionComponent;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Group;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.springframework.stereotype.Component;

/** Reads the installed programmes: a new one is content only. */
@Component
public class Programmes {

    private static final String CHARACTERISTICS = "https://respop.org/fhir/CodeSystem/respop-group-characteristic";
    private static final String MEMBERSHIP_LIBRARY = "membership-library";
    private static final String MEMBERSHIP_EXPRESSION = "membership-expression";
    private static final String CRITERION_SYSTEM = "criterion-system";
    private static final String PATHWAY = "pathway";

    private final LocalStore store;

    Programmes(LocalStore store) {
        this.store = store;
    }

    /** All programmes that say how their strata are computed. */
    public List<Programme> all() {
        return concepts().flatMap(concept -> programme(concept).stream()).toList();
    }

    /**
     * A programme by its code.
     *
     * @param element the parameter or element that names it
     * @throws Refusal 422 if there is none
     */
    public Programme get(String code, String element) {
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
     * The programme of a population.
     *
     * @param population a Group with the characteristic {@code programme}
     * @throws Refusal 422 if it has none, or one that is not installed
     */
    public Programme of(Group population) {
        var code = population.getCharacteristic().stream()
                .filter(characteristic -> characteristic.getCode().hasCoding(CHARACTERISTICS, "programme"))
                .filter(Group.GroupCharacteristicComponent::hasValueCodeableConcept)
                .flatMap(characteristic -> characteristic.getValueCodeableConcept().getCoding().stream())
                .filter(coding -> Programme.SYSTEM.equals(coding.getSystem()))
                .map(Coding::getCode)
                .findFirst()
                .orElse("");
        return get(code, "Group.characteristic");
    }

    /**
     * What decides who is of the target population of a programme, whether or not it has strata.
     *
     * @param programme codings of the programme
     * @param element the element that holds them
     * @throws Refusal 422 if there is no such programme, or its content is not installed
     */
    public Membership membership(List<Coding> programme, String element) {
        return concepts()
                .filter(concept -> programme.stream()
                        .anyMatch(coding -> Programme.SYSTEM.equals(coding.getSystem())
                                && concept.getCode().equals(coding.getCode())))
                .flatMap(concept -> membership(concept).stream())
                .findFirst()
                .orElseThrow(() -> Refusal.unprocessable(
                        IssueType.NOTSUPPORTED,
                        element,
                        "No content is installed for the programme " + describe(programme) + ": the code system "
                                + Programme.SYSTEM + " must give its concept the properties " + MEMBERSHIP_LIBRARY
                                + " and " + MEMBERSHIP_EXPRESSION + "."));
    }

    /**
     * The stratum of a code.
     *
     * @param programme the code of the programme that it must be of
     * @param element the parameter or element that holds it
     * @throws Refusal 422 if it is none of that programme
     */
    public Coding stratum(String programme, String code, String element) {
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

    private Stream<ConceptDefinitionComponent> concepts() {
        return store.search(CodeSystem.class, "url=" + Programme.SYSTEM).stream()
                .flatMap(system -> system.getConcept().stream());
    }

    private static Optional<Programme> programme(ConceptDefinitionComponent concept) {
        return membership(concept)
                .flatMap(membership -> property(concept, CRITERION_SYSTEM)
                        .map(criteria -> new Programme(
                                concept.getCode(),
                                concept.getDisplay(),
                                french(concept),
                                membership,
                                criteria,
                                property(concept, PATHWAY))));
    }

    private static Optional<Membership> membership(ConceptDefinitionComponent concept) {
        return property(concept, MEMBERSHIP_LIBRARY)
                .flatMap(library -> property(concept, MEMBERSHIP_EXPRESSION)
                        .map(expression -> new Membership(library, expression)));
    }

    private static Optional<String> property(ConceptDefinitionComponent concept, String code) {
        return concept.getProperty().stream()
                .filter(property -> code.equals(property.getCode()))
                .map(property -> property.getValue().primitiveValue())
                .findFirst();
    }

    private static String french(ConceptDefinitionComponent concept) {
        return concept.getDesignation().stream()
                .filter(designation -> "fr".equals(designation.getLanguage()))
                .map(designation -> designation.getValue())
                .findFirst()
                .orElseGet(concept::getDisplay);
    }

    private static String describe(List<Coding> programme) {
        return programme.isEmpty()
                ? "(none)"
                : programme.get(0).getSystem() + "#" + programme.get(0).getCode();
    }
}
