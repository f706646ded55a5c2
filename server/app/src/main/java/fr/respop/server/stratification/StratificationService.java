package fr.respop.server.stratification;

import fr.respop.engine.MeasurementPeriod;
import fr.respop.engine.SubjectEvaluator;
import fr.respop.engine.SubjectRecord;
import fr.respop.server.fhir.LocalStore;
import fr.respop.server.fhir.ServerLocks;
import fr.respop.server.fhir.evaluation.CurrentContent;
import fr.respop.server.fhir.evaluation.EvaluationProperties;
import fr.respop.server.fhir.evaluation.Residents;
import fr.respop.server.fhir.programme.ComputedStratum;
import fr.respop.server.fhir.programme.Programme;
import fr.respop.server.fhir.programme.Programmes;
import fr.respop.server.fhir.programme.StratumAssessment;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.hl7.fhir.r4.model.RiskAssessment;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Computes the strata of residents as of now, and stores a proposal where one differs from what is known. */
@Component
class StratificationService {

    /** Followed by the reference of a resident: held by whoever writes strata of that resident. */
    static final String LOCK = "stratum of ";

    private final Programmes programmes;
    private final CurrentContent content;
    private final Residents residents;
    private final LocalStore store;
    private final ServerLocks locks;
    private final TransactionTemplate transaction;
    private final EvaluationProperties properties;
    private final Clock clock;

    StratificationService(
            Programmes programmes,
            CurrentContent content,
            Residents residents,
            LocalStore store,
            ServerLocks locks,
            PlatformTransactionManager transactions,
            EvaluationProperties properties) {
        this.programmes = programmes;
        this.content = content;
        this.residents = residents;
        this.store = store;
        this.locks = locks;
        this.transaction = new TransactionTemplate(transactions);
        this.properties = properties;
        this.clock = properties.clock();
    }

    /** A run in some programmes, as of now. */
    StratificationRun run(List<Programme> asked) {
        return new Run(asked, ZonedDateTime.now(clock));
    }

    /** As {@link #run(List)}, in all installed programmes. */
    StratificationRun run() {
        return run(programmes.all());
    }

    /** The same moment for all residents, and what is compiled and computed once. */
    private final class Run implements StratificationRun {

        private final List<Programme> asked;
        private final ZonedDateTime now;
        private final SubjectEvaluator evaluator;

        private Run(List<Programme> asked, ZonedDateTime now) {
            this.asked = asked;
            this.now = now;
            // Content has no default period; these are the twelve months up to now, to which strata look back at least.
            var period = new MeasurementPeriod(now.minusYears(1).plusDays(1), now);
            this.evaluator = new SubjectEvaluator(content.get(), period, properties.timeLimit());
        }

        @Override
        public Set<String> dataTypes() {
            var types = new TreeSet<>(Set.of("RiskAssessment"));
            asked.forEach(programme ->
                    types.addAll(content.get().library(programme.library()).dataTypes()));
            return types;
        }

        @Override
        public List<Stratification> look(SubjectRecord resident) {
            var resources = evaluator.enter(resident);
            return asked.stream()
                    .map(programme -> Stratification.of(
                            programme,
                            ComputedStratum.of(programme, evaluator),
                            resident.id(),
                            StratumAssessment.of(programme, resources.stream()),
                            now.toInstant()))
                    .toList();
        }

        @Override
        public List<Stratification> stratify(SubjectRecord resident) {
            var found = look(resident);
            if (found.stream().noneMatch(Stratification::isWritten)) {
                return found;
            }
            return Objects.requireNonNull(transaction.execute(status -> store(resident)));
        }

        /** Under a lock, and against the assessments as they are now: someone else may just have stored or decided. */
        private List<Stratification> store(SubjectRecord resident) {
            locks.hold(LOCK + resident.id());
            var id = resident.id().substring(resident.id().indexOf('/') + 1);
            var current = residents.find(Set.of(id), dataTypes());
            if (current.isEmpty()) {
                return List.of();
            }
            var found = look(current.get(0));
            found.forEach(this::write);
            return found;
        }

        private void write(Stratification stratification) {
            stratification.closed().ifPresent(closed -> {
                // As it is stored: evaluation leaves narratives out.
                var stored = store.find(RiskAssessment.class, closed.id()).map(StratumAssessment::of);
                stored.orElseThrow().withdraw(stratification.reason());
                store.put(stored.get().resource());
            });
            stratification.proposal().ifPresent(proposal -> store.put(proposal.resource()));
        }
    }
}
