package fr.respop.server.inclusion;

import fr.respop.server.fhir.LocalStore;
import fr.respop.server.fhir.Refusal;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeSystem.ConceptDefinitionComponent;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.springframework.stereotype.Component;

/** The channels [canaux] by which residents come into a programme, as the installed code system lists them. */
@Component
class InclusionChannels {

    static final String SYSTEM = "https://respop.org/fhir/CodeSystem/respop-inclusion-channel";

    private final LocalStore store;

    InclusionChannels(LocalStore store) {
        this.store = store;
    }

    /** @throws Refusal 422 if there is no such channel */
    Coding get(String code) {
        var channels = store.search(CodeSystem.class, "url=" + SYSTEM).stream()
                .flatMap(system -> system.getConcept().stream())
                .toList();
        return channels.stream()
                .filter(concept -> concept.getCode().equals(code))
                .map(concept -> new Coding(SYSTEM, concept.getCode(), null))
                .findFirst()
                .orElseThrow(() -> Refusal.unprocessable(
                        IssueType.CODEINVALID,
                        "channel",
                        "There is no such channel. The channels are "
                                + channels.stream()
                                        .map(ConceptDefinitionComponent::getCode)
                                        .collect(Collectors.joining(", "))
                                + ", of " + SYSTEM + "."));
    }
}
