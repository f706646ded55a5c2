package fr.respop.server.reporting;

import fr.respop.server.fhir.LocalStore;
import fr.respop.server.fhir.programme.Programme;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeSystem.ConceptDefinitionComponent;
import org.hl7.fhir.r4.model.CodeSystem.PropertyComponent;
import org.hl7.fhir.r4.model.Coding;
import org.springframework.stereotype.Component;

/** Reads how many residents are expected in a stratum: properties in the code system of strata. */
@Component
class ExpectedNumbers {

    private static final String RATE = "expected-per-100000";
    private static final String SOURCE = "expected-source";

    private final LocalStore store;

    ExpectedNumbers(LocalStore store) {
        this.store = store;
    }

    /** All strata of a programme, in their order. */
    List<ExpectedStratum> of(Programme programme) {
        return systems()
                .flatMap(system -> system.getConcept().stream())
                .filter(concept -> concept.getCode().startsWith(programme.code() + "-"))
                .map(concept -> new ExpectedStratum(
                        new Coding(Programme.STRATA, concept.getCode(), concept.getDisplay()),
                        property(concept, RATE).map(BigDecimal::new),
                        property(concept, SOURCE).orElse("")))
                .toList();
    }

    /** What the expected numbers mean, for people. */
    String meaning() {
        return systems()
                .flatMap(system -> system.getProperty().stream())
                .filter(property -> RATE.equals(property.getCode()))
                .map(PropertyComponent::getDescription)
                .findFirst()
                .orElse("");
    }

    private Stream<CodeSystem> systems() {
        return store.search(CodeSystem.class, "url=" + Programme.STRATA).stream();
    }

    private static Optional<String> property(ConceptDefinitionComponent concept, String code) {
        return concept.getProperty().stream()
                .filter(property -> code.equals(property.getCode()))
                .map(property -> property.getValue().primitiveValue())
                .findFirst();
    }
}
