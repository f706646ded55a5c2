package fr.respop.server.reporting;

import fr.respop.server.fhir.LocalStore;
import fr.respop.server.fhir.Refusal;
import fr.respop.server.fhir.evaluation.EvaluationProperties;
import fr.respop.server.fhir.evaluation.Populations;
import fr.respop.server.fhir.programme.Programmes;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Group;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.springframework.stereotype.Component;

/** Finds the target populations among the stored Groups. */
@Component
class TargetGroups {

    private final LocalStore store;
    private final Populations populations;
    private final Programmes programmes;
    private final Clock clock;

    TargetGroups(LocalStore store, Populations populations, Programmes programmes, EvaluationProperties properties) {
        this.store = store;
        this.populations = populations;
        this.programmes = programmes;
        this.clock = properties.clock();
    }

    /** All whose programme is installed. */
    List<TargetGroup> all() {
        return store.search(Group.class, "actual=false").stream()
                .flatMap(group -> find(group).stream())
                .toList();
    }

    private Optional<TargetGroup> find(Group group) {
        try {
            return Optional.of(of(group));
        } catch (Refusal otherGroup) {
            return Optional.empty();
        }
    }

    /** @throws Refusal 404 if there is no such Group; 422 if it is no target population of an installed programme */
    TargetGroup get(String id) {
        return of(store.find(Group.class, id)
                .orElseThrow(() -> Refusal.notFound("Group", "There is no Group/" + id + ".")));
    }

    private TargetGroup of(Group group) {
        var id = group.getIdElement().getIdPart();
        var population = populations.of(List.of(new IdType("Group", id)), ZonedDateTime.now(clock));
        if (population.membership().isEmpty()) {
            throw Refusal.unprocessable(
                    IssueType.BUSINESSRULE,
                    "Group.characteristic",
                    "Group/" + id + " is no target population: that is defined by a territory and a programme, not by"
                            + " inclusions or members.");
        }
        return new TargetGroup(id, programmes.of(group));
    }
}
