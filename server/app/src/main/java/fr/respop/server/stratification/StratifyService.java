package fr.respop.server.stratification;

import fr.respop.engine.Membership;
import fr.respop.engine.SubjectNotEvaluable;
import fr.respop.engine.SubjectRecord;
import fr.respop.server.fhir.Refusal;
import fr.respop.server.fhir.evaluation.EvaluationProperties;
import fr.respop.server.fhir.evaluation.Populations;
import fr.respop.server.fhir.evaluation.Residents;
import fr.respop.server.fhir.programme.Programme;
import fr.respop.server.fhir.programme.Programmes;
import fr.respop.server.stratification.Stratification.Outcome;
import java.time.ZonedDateTime;
import java.util.LinkedHashSet;
import java.util.List;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Parameters;
import org.springframework.stereotype.Component;

/** Stratifies the residents that a client names. */
@Component
class StratifyService {

    private final Programmes programmes;
    private final StratificationService stratification;
    private final Residents residents;
    private final Populations populations;
    private final EvaluationProperties properties;

    StratifyService(
            Programmes programmes,
            StratificationService stratification,
            Residents residents,
            Populations populations,
            EvaluationProperties properties) {
        this.programmes = programmes;
        this.stratification = stratification;
        this.residents = residents;
        this.populations = populations;
        this.properties = properties;
    }

    Parameters resident(String id, List<String> codes, boolean isDryRun) {
        var asked = codes.isEmpty()
                ? programmes.all()
                : new LinkedHashSet<>(codes)
                        .stream().map(code -> programmes.get(code, "programme")).toList();
        var run = stratification.run(asked);
        var resident = residents
                .find(id, run.dataTypes())
                .orElseThrow(() -> Refusal.notFound("Patient", "There is no Patient/" + id + "."));
        var answer = new Parameters();
        stratify(resident, run, isDryRun).forEach(found -> add(answer, found));
        return answer;
    }

    private static void add(Parameters answer, Stratification found) {
        var part = answer.addParameter().setName("stratification");
        part.addPart().setName("programme").setValue(found.programme().coding());
        part.addPart().setName("outcome").setValue(new CodeType(found.outcome().code()));
        found.current()
                .ifPresent(current -> part.addPart().setName("assessment").setResource(current.resource()));
    }

    private static List<Stratification> stratify(SubjectRecord resident, StratificationRun run, boolean isDryRun) {
        return isDryRun ? run.look(resident) : run.stratify(resident);
    }

    Parameters population(String groupId, boolean isDryRun) {
        var group = List.of(new IdType("Group", groupId));
        var population = populations.of(group, ZonedDateTime.now(properties.clock()));
        var run = stratification.run(
                population.membership().map(this::programme).map(List::of).orElseGet(programmes::all));
        var counts = new StratificationCounts();
        try (var source = residents.stream(population.residents(), run.dataTypes())) {
            refuseTooMany(source.total().orElse(0));
            for (var chunk = source.next(properties.chunkSize());
                    !chunk.isEmpty();
                    chunk = source.next(properties.chunkSize())) {
                chunk.forEach(resident -> count(resident, run, isDryRun, counts));
            }
        }
        return counts.toParameters();
    }

    /** The programme of a target population. */
    private Programme programme(Membership membership) {
        return programmes.all().stream()
                .filter(candidate -> candidate.library().equals(membership.library()))
                .findFirst()
                .orElseThrow(() -> Refusal.unprocessable(
                        IssueType.NOTSUPPORTED,
                        "Group.characteristic.value",
                        "The programme of the target population does not say how its strata are computed: its concept in "
                                + Programme.SYSTEM + " needs the property criterion-system."));
    }

    private static void count(
            SubjectRecord resident, StratificationRun run, boolean isDryRun, StratificationCounts counts) {
        try {
            stratify(resident, run, isDryRun).stream()
                    .filter(found -> found.outcome() != Outcome.NOT_CONCERNED)
                    .forEach(counts::add);
        } catch (SubjectNotEvaluable failure) {
            counts.fail(failure);
        }
    }

    private void refuseTooMany(long residentsToLookAt) {
        if (residentsToLookAt > properties.synchronousLimit()) {
            throw Refusal.unprocessable(
                    IssueType.TOOCOSTLY,
                    "Group",
                    "The territory has " + residentsToLookAt + " residents, more than the "
                            + properties.synchronousLimit()
                            + " that are looked at while a client waits. The server looks at every resident each day by"
                            + " itself; or raise respop.evaluation.synchronous-limit.");
        }
    }
}
