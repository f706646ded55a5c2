package fr.respop.server.stratification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.uhn.fhir.rest.server.exceptions.ResourceVersionConflictException;
import fr.respop.engine.MeasurementPeriod;
import fr.respop.engine.SubjectEvaluator;
import fr.respop.engine.SubjectRecord;
import fr.respop.engine.SubjectSource;
import fr.respop.engine.content.Content;
import fr.respop.engine.content.ContentSource;
import fr.respop.engine.content.UnknownLibrary;
import fr.respop.server.FreeLocks;
import fr.respop.server.fhir.ServerLocks;
import fr.respop.server.fhir.evaluation.Residents;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.DataAccessResourceFailureException;

class StratificationWorkerTest {

    private static final Duration SETTLE = Duration.ofSeconds(2);
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final Instant EVENING =
            ZonedDateTime.of(2025, 6, 15, 21, 0, 0, 0, PARIS).toInstant();
    private static final Instant MIDNIGHT =
            ZonedDateTime.of(2025, 6, 16, 0, 0, 0, 0, PARIS).toInstant();

    private final RememberedDueResidents due = new RememberedDueResidents();
    private final Set<String> stored = new TreeSet<>();
    private final List<String> lookedAt = new ArrayList<>();
    private final Map<String, Runnable> happenings = new HashMap<>();
    private final SetClock clock = new SetClock();
    private final StratificationWorker worker = worker(new FreeLocks());

    @Test
    void looksAtWhoWasWrittenToAndThenLeftAlone() {
        written("a", EVENING.minus(SETTLE));
        written("just-now", EVENING.minus(SETTLE).plusMillis(1));

        worker.work();

        assertThat(lookedAt).containsExactly("Patient/a");
    }

    @Test
    void everybodyIsDueAgainTheNextDay() {
        written("a", EVENING.minus(SETTLE));
        worker.work();

        clock.now = MIDNIGHT.plus(SETTLE).minusMillis(1);
        worker.work();
        assertThat(lookedAt).hasSize(1);
        clock.now = MIDNIGHT.plus(SETTLE);
        worker.work();

        assertThat(lookedAt).containsExactly("Patient/a", "Patient/a");
        assertThat(due.dueAt("a")).isEqualTo(MIDNIGHT.plus(Duration.ofDays(1)));
    }

    @Test
    void whoWasLookedAtBeforeMidnightIsDueAfterIt() {
        written("a", EVENING);
        happenings.put("Patient/a", () -> clock.now = MIDNIGHT.plusSeconds(1));
        clock.now = MIDNIGHT.minusSeconds(1);

        worker.work();

        assertThat(due.dueAt("a")).isEqualTo(MIDNIGHT);
    }

    @Test
    void whoIsWrittenToMeanwhileStaysDue() {
        written("a", EVENING.minus(SETTLE));
        happenings.put("Patient/a", () -> due.written("a", EVENING));

        worker.work();

        assertThat(lookedAt).containsExactly("Patient/a");
        assertThat(due.dueAt("a")).isEqualTo(EVENING);
    }

    /** The same data would fail again: they are tried the next day, or when they change. */
    @Test
    void aResidentWhoseCqlFailsKeepsNobodyWaiting() {
        written("a", EVENING.minusSeconds(20));
        written("b", EVENING.minusSeconds(10));
        happenings.put("Patient/a", StratificationWorkerTest::failToEvaluate);

        worker.work();

        assertThat(lookedAt).containsExactly("Patient/a", "Patient/b");
        assertThat(due.dueAt("a")).isEqualTo(MIDNIGHT);
        assertThat(due.dueAt("b")).isEqualTo(MIDNIGHT);
    }

    @ParameterizedTest
    @MethodSource
    void aResidentWhoFailsOtherwiseIsTriedAgainSoonAndKeepsNobodyWaiting(RuntimeException failure) {
        written("a", EVENING.minusSeconds(20));
        written("b", EVENING.minusSeconds(10));
        happenings.put("Patient/a", () -> {
            throw failure;
        });

        worker.work();

        assertThat(lookedAt).containsExactly("Patient/a", "Patient/b");
        assertThat(due.dueAt("a")).isEqualTo(EVENING.plus(Duration.ofMinutes(1)));
        assertThat(due.dueAt("b")).isEqualTo(MIDNIGHT);
    }

    static List<RuntimeException> aResidentWhoFailsOtherwiseIsTriedAgainSoonAndKeepsNobodyWaiting() {
        return List.of(new ResourceVersionConflictException("written at the same time"), new ClassCastException());
    }

    @ParameterizedTest
    @MethodSource
    void whatIsWrongForEverybodyEndsTheRoundAndAllStayDue(RuntimeException failure) {
        written("a", EVENING.minusSeconds(20));
        written("b", EVENING.minusSeconds(10));
        happenings.put("Patient/b", () -> {
            throw failure;
        });

        assertThatThrownBy(worker::work).isSameAs(failure);
        assertThat(due.due(EVENING, 10)).hasSize(2);
        happenings.clear();
        worker.work();

        assertThat(due.due(EVENING, 10)).isEmpty();
    }

    static List<RuntimeException> whatIsWrongForEverybodyEndsTheRoundAndAllStayDue() {
        return List.of(new DataAccessResourceFailureException("gone"), new UnknownLibrary("Strata"));
    }

    @Test
    void aDeletedResidentIsDoneWithForTheDay() {
        due.written("deleted", EVENING.minusSeconds(20));
        written("b", EVENING.minusSeconds(10));

        worker.work();

        assertThat(lookedAt).containsExactly("Patient/b");
        assertThat(due.dueAt("deleted")).isEqualTo(MIDNIGHT);
    }

    @Test
    void goesOnUntilNobodyIsDue() {
        IntStream.range(0, 250).forEach(i -> written("resident-" + i, EVENING.minusSeconds(10)));

        worker.work();

        assertThat(lookedAt).hasSize(250).doesNotHaveDuplicates();
    }

    @Test
    void aServerThatStopsLeavesThemToTheNext() {
        written("a", EVENING.minusSeconds(20));
        written("b", EVENING.minusSeconds(10));
        happenings.put("Patient/a", worker::stop);

        assertThatThrownBy(worker::work).isInstanceOf(CancellationException.class);

        assertThat(lookedAt).containsExactly("Patient/a");
        assertThat(due.due(EVENING, 10)).hasSize(2);
    }

    @Test
    void worksNeitherWithoutContentNorWhileAnotherServerDoes() {
        written("a", EVENING.minusSeconds(20));

        new StratificationWorker(due, new StoredResidents(), Looks::new, List.of(), new FreeLocks(), SETTLE, clock)
                .work();
        worker(new TakenLocks()).work();

        assertThat(lookedAt).isEmpty();
    }

    private StratificationWorker worker(ServerLocks locks) {
        var made = new StratificationWorker(due, new StoredResidents(), Looks::new, List.of(), locks, SETTLE, clock);
        made.contentIsInstalled();
        return made;
    }

    private void written(String id, Instant at) {
        stored.add(id);
        due.written(id, at);
    }

    /** As the engine does for a record that it cannot evaluate. */
    private static void failToEvaluate() {
        var period = MeasurementPeriod.of("2025-01-01", "2025-12-31", PARIS);
        new SubjectEvaluator(new Content(ContentSource.of(List.of())), period, Duration.ofSeconds(1))
                .enter(new StoredRecord("Patient/a"));
    }

    /** Notes whom it looks at; something may happen meanwhile. */
    private final class Looks implements StratificationRun {

        @Override
        public Set<String> dataTypes() {
            return Set.of();
        }

        @Override
        public List<Stratification> look(SubjectRecord resident) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Stratification> stratify(SubjectRecord resident) {
            lookedAt.add(resident.id());
            happenings.getOrDefault(resident.id(), () -> {}).run();
            return List.of();
        }
    }

    /** With a record that holds nothing, not even the Patient. */
    private record StoredRecord(String id) implements SubjectRecord {

        @Override
        public List<Resource> resources() {
            return List.of();
        }
    }

    private final class StoredResidents implements Residents {

        @Override
        public List<SubjectRecord> find(Collection<String> ids, Set<String> types) {
            return ids.stream()
                    .filter(stored::contains)
                    .<SubjectRecord>map(id -> new StoredRecord("Patient/" + id))
                    .toList();
        }

        @Override
        public Optional<SubjectRecord> find(String id, Set<String> types) {
            throw new UnsupportedOperationException();
        }

        @Override
        public SubjectSource stream(Selection selection, Set<String> types) {
            throw new UnsupportedOperationException();
        }

        @Override
        public SubjectSource stream(Selection selection, Set<String> types, List<String> resultKeys) {
            throw new UnsupportedOperationException();
        }
    }

    /** Another server has every lock. */
    private static final class TakenLocks implements ServerLocks {

        @Override
        public void hold(String name) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean tryRun(String name, Runnable work) {
            return false;
        }
    }

    private static final class SetClock extends Clock {

        private Instant now = EVENING;

        @Override
        public ZoneId getZone() {
            return PARIS;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
