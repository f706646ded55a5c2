package fr.respop.server.stratification;

import com.google.common.base.Throwables;
import fr.respop.engine.Membership;
import fr.respop.engine.ProgressListener;
import fr.respop.engine.SubjectNotEvaluable;
import fr.respop.engine.SubjectRecord;
import fr.respop.engine.content.ContentException;
import fr.respop.server.fhir.Refusal;
import fr.respop.server.fhir.border.Border;
import fr.respop.server.fhir.evaluation.EvaluationProperties;
import fr.respop.server.fhir.evaluation.Population;
import fr.respop.server.fhir.evaluation.Populations;
import fr.respop.server.fhir.evaluation.Residents;
import fr.respop.server.fhir.programme.Programme;
import fr.respop.server.fhir.programme.Programmes;
import fr.respop.server.stratification.Stratification.Outcome;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.List;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Task;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;

/** Stratifies the residents of a Group, one after the other: what happens to one does not end the rest. */
@Component
class GroupStratifyService {

    private final Programmes programmes;
    private final StratificationService stratification;
    private final Residents residents;
    private final Populations populations;
    private final int chunkSize;
    private final Clock clock;

    GroupStratifyService(
            Programmes programmes,
            StratificationService stratification,
            Residents residents,
            Populations populations,
            EvaluationProperties properties) {
        this.programmes = programmes;
        this.stratification = stratification;
        this.residents = residents;
        this.populations = populations;
        this.chunkSize = properties.chunkSize();
        this.clock = properties.clock();
    }

    /** The Task that asks for it in the background. */
    Task ask(GroupStratification asked) {
        return asked.toTask(clock.instant());
    }

    /**
     * How many residents it would look at; refuses what {@link #stratify} refuses before it looks at the first.
     */
    long residents(GroupStratification asked) {
        var population = population(asked);
        var run = run(population);
        try (var source = residents.stream(population.residents(), run.dataTypes())) {
            return source.total().orElse(0);
        }
    }

    /**
     * Stratifies them.
     *
     * @return how many came to each outcome, and who failed
     * @throws Refusal 404 if there is no such Group; 422 if it is no population that can be evaluated
     */
    Parameters stratify(GroupStratification asked, ProgressListener progress) {
        var population = population(asked);
        var run = run(population);
        var counts = new StratificationCounts();
        long done = 0;
        try (var source = residents.stream(population.residents(), run.dataTypes())) {
            for (var chunk = source.next(chunkSize); !chunk.isEmpty(); chunk = source.next(chunkSize)) {
                chunk.records().forEach(resident -> count(resident, run, asked.isDryRun(), counts));
                done += chunk.subjects();
                progress.progressed(done);
            }
        }
        return counts.toParameters();
    }

    private Population population(GroupStratification asked) {
        return populations.of(List.of(asked.group()), ZonedDateTime.now(clock));
    }

    /** In the programme of a target population; in all of them for a Group that lists its members. */
    private StratificationRun run(Population population) {
        return stratification.run(
                population.membership().map(this::programme).map(List::of).orElseGet(programmes::all));
    }

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
            run.stratify(resident, isDryRun).stream()
                    .filter(found -> found.outcome() != Outcome.NOT_CONCERNED)
                    .forEach(counts::add);
        } catch (SubjectNotEvaluable failure) {
            counts.fail(resident.id(), IssueType.PROCESSING, failure.reason());
        } catch (RuntimeException failure) {
            if (isEverybodys(failure)) {
                throw failure;
            }
            var issue = ((OperationOutcome) Border.explain(failure).getOperationOutcome()).getIssueFirstRep();
            counts.fail(resident.id(), issue.getCode(), issue.getDiagnostics());
        }
    }

    /** What would happen to the next resident too: the content is at fault, or the database is lost. */
    private static boolean isEverybodys(RuntimeException failure) {
        return Throwables.getCausalChain(failure).stream()
                .anyMatch(cause -> cause instanceof ContentException
                        || cause instanceof DataAccessResourceFailureException
                        || cause instanceof CannotCreateTransactionException);
    }
}
