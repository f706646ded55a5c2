package fr.respop.server.stratification;

import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import fr.respop.engine.SubjectNotEvaluable;
import fr.respop.engine.SubjectRecord;
import fr.respop.engine.content.ContentException;
import fr.respop.server.fhir.ServerLocks;
import fr.respop.server.fhir.evaluation.DueResidents;
import fr.respop.server.fhir.evaluation.DueResidents.DueResident;
import fr.respop.server.fhir.evaluation.ResidentFollower;
import fr.respop.server.fhir.evaluation.Residents;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.CannotCreateTransactionException;

/**
 * Computes the strata of residents whose record was written, or who were last looked at on another day: a measurement
 * that was recent yesterday may not be today.
 *
 * <p>Who is due stands in the database, so nothing is lost when a server stops. One server at a time works.
 */
final class StratificationWorker {

    private static final Logger LOG = LoggerFactory.getLogger(StratificationWorker.class);
    private static final String LOCK = "stratification";
    private static final int AT_ONCE = 100;

    /** When someone else wrote at the same moment, or a resident failed in a way that was not foreseen. */
    private static final Duration RETRY = Duration.ofMinutes(1);

    private final DueResidents dueResidents;
    private final Residents residents;
    private final Supplier<StratificationRun> runs;
    private final List<ResidentFollower> followers;
    private final ServerLocks locks;
    private final Duration settleTime;
    private final Clock clock;
    private volatile boolean isContentInstalled;
    private volatile boolean isStopped;

    StratificationWorker(
            DueResidents dueResidents,
            Residents residents,
            Supplier<StratificationRun> runs,
            List<ResidentFollower> followers,
            ServerLocks locks,
            Duration settleTime,
            Clock clock) {
        this.dueResidents = dueResidents;
        this.residents = residents;
        this.runs = runs;
        this.followers = followers;
        this.locks = locks;
        this.settleTime = settleTime;
        this.clock = clock;
    }

    /** There are programmes to compute strata for. */
    void contentIsInstalled() {
        isContentInstalled = true;
    }

    void stop() {
        isStopped = true;
    }

    /** Looks at everybody who is due. */
    void work() {
        if (isContentInstalled && !due().isEmpty()) {
            locks.tryRun(LOCK, this::workUntilNobodyIsDue);
        }
    }

    private void workUntilNobodyIsDue() {
        for (var due = due(); !due.isEmpty(); due = due()) {
            lookAt(due);
        }
    }

    private List<DueResident> due() {
        return dueResidents.due(clock.instant().minus(settleTime), AT_ONCE);
    }

    private void lookAt(List<DueResident> due) {
        // Read before the run's moment: a run over midnight has not yet looked at them on the new day.
        var nextDay = startOfTomorrow();
        var run = runs.get();
        var records = residents.find(due.stream().map(DueResident::id).toList(), run.dataTypes());
        var failed = new HashSet<String>();
        for (var record : records) {
            if (isStopped) {
                throw new CancellationException();
            }
            if (!isLookedAt(record, run)) {
                failed.add(record.id().substring("Patient/".length()));
            }
        }
        var ids = due.stream().map(DueResident::id).toList();
        followers.forEach(follower -> failed.addAll(follower.follow(ids)));
        var byOutcome = due.stream().collect(Collectors.partitioningBy(resident -> failed.contains(resident.id())));
        dueResidents.done(byOutcome.getOrDefault(false, List.of()), nextDay);
        dueResidents.done(
                byOutcome.getOrDefault(true, List.of()), clock.instant().plus(RETRY));
    }

    /** One resident who fails must not keep the others waiting. */
    private static boolean isLookedAt(SubjectRecord record, StratificationRun run) {
        try {
            run.stratify(record);
            return true;
        } catch (SubjectNotEvaluable failure) {
            LOG.warn("The strata of a resident could not be computed: {}", failure.reason());
            return true;
        } catch (BaseServerResponseException refused) {
            LOG.info("A stratum could not be stored and will be tried again: status {}", refused.getStatusCode());
            return false;
        } catch (ContentException | DataAccessResourceFailureException | CannotCreateTransactionException everybodys) {
            throw everybodys;
        } catch (RuntimeException failure) {
            LOG.warn("The strata of a resident could not be computed or stored and will be tried again", failure);
            return false;
        }
    }

    private Instant startOfTomorrow() {
        return LocalDate.now(clock).plusDays(1).atStartOfDay(clock.getZone()).toInstant();
    }
}
