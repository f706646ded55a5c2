package fr.respop.server.inclusion;

import fr.respop.server.fhir.LocalStore;
import fr.respop.server.fhir.Refusal;
import fr.respop.server.fhir.programme.Programme;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.PlanDefinition;
import org.springframework.stereotype.Component;

/** Finds the logigramme of a stratum: the pathway of a programme leads from each stratum to its strategy. */
@Component
class Strategies {

    private final LocalStore store;

    Strategies(LocalStore store) {
        this.store = store;
    }

    /**
     * The strategy of a stratum.
     *
     * @param stratum its code, such as {@code diabetes-4}
     * @throws Refusal 422 if the programme has no pathway, or the pathway no such stratum
     */
    PlanDefinition of(Programme programme, String stratum) {
        var pathway = programme
                .pathway()
                .orElseThrow(() -> Refusal.unprocessable(
                        IssueType.NOTSUPPORTED,
                        "CodeSystem.concept.property",
                        "The programme " + programme.code() + " has no pathway: its concept in " + Programme.SYSTEM
                                + " needs the property pathway."));
        return find(pathway)
                .flatMap(found -> found.getAction().stream())
                .filter(action -> action.getCode().stream().anyMatch(code -> code.hasCoding(Programme.STRATA, stratum)))
                .filter(action -> action.hasDefinitionCanonicalType())
                .flatMap(action -> find(action.getDefinitionCanonicalType().getValue()))
                .findFirst()
                .orElseThrow(() -> Refusal.unprocessable(
                        IssueType.NOTSUPPORTED,
                        "PlanDefinition.action",
                        "The pathway " + pathway + " leads to no strategy for the stratum " + stratum
                                + ": install content that has one."));
    }

    private Stream<PlanDefinition> find(String canonical) {
        var bar = canonical.indexOf('|');
        var query = bar < 0
                ? "url=" + canonical
                : "url=" + canonical.substring(0, bar) + "&version=" + canonical.substring(bar + 1);
        return store.search(PlanDefinition.class, query).stream();
    }
}
