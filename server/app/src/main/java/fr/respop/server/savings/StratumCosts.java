package fr.respop.server.savings;

import fr.respop.server.fhir.LocalStore;
import fr.respop.server.fhir.Refusal;
import fr.respop.server.fhir.programme.Programme;
import java.math.BigDecimal;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeSystem.ConceptPropertyComponent;
import org.hl7.fhir.r4.model.CodeSystem.PropertyComponent;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.springframework.stereotype.Component;

/** Reads what a resident of a stratum costs over five years, in EUR: a property in the code system of strata. */
@Component
class StratumCosts {

    private static final String COST = "cost-5-years";

    private final LocalStore store;

    StratumCosts(LocalStore store) {
        this.store = store;
    }

    /** @throws Refusal 422 if no cost is published for the stratum */
    BigDecimal of(Coding stratum) {
        return strata().flatMap(system -> system.getConcept().stream())
                .filter(concept -> concept.getCode().equals(stratum.getCode()))
                .flatMap(concept -> concept.getProperty().stream())
                .filter(property -> COST.equals(property.getCode()))
                .map(ConceptPropertyComponent::getValueDecimalType)
                .map(cost -> cost.getValue())
                .findFirst()
                .orElseThrow(() -> Refusal.unprocessable(
                        IssueType.NOTSUPPORTED,
                        "stratum",
                        "No cost is published for the stratum " + stratum.getCode() + ": its concept in "
                                + Programme.STRATA + " needs the property " + COST + "."));
    }

    /** Where the costs come from, for people. */
    String source() {
        return strata().flatMap(system -> system.getProperty().stream())
                .filter(property -> COST.equals(property.getCode()))
                .map(PropertyComponent::getDescription)
                .findFirst()
                .orElse("");
    }

    private Stream<CodeSystem> strata() {
        return store.search(CodeSystem.class, "url=" + Programme.STRATA).stream();
    }
}
