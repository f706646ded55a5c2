package fr.respop.server.fhir.background;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.respop.server.FreeLocks;
import fr.respop.server.fhir.LocalStore;
import fr.respop.server.fhir.Refusal;
import fr.respop.server.fhir.ServerTask;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.hl7.fhir.r4.model.Basic;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.support.TransactionOperations;

class BackgroundWorkerTest {

    private static final String CODE = "work";

    private final MemoryStore store = new MemoryStore();
    private final BackgroundTasks tasks =
            new BackgroundTasks(Set.of(CODE), store, new FreeLocks(), TransactionOperations.withoutTransaction());

    @Test
    void storesTheResultAndClosesTheTask() {
        var id = submit("a");

        worker((task, running) -> {}).work();

        assertThat(statusOf(id)).isEqualTo(TaskStatus.COMPLETED);
        assertThat(store.find(Basic.class, id)).isPresent();
    }

    /** However quick it was: progress is noted now and then only. */
    @Test
    void whatIsCompleteSaysHowManyResidentsWereLookedAt() {
        var id = submit("a");

        worker((task, running) -> {
                    running.expect(500);
                    running.progressed(500);
                })
                .work();

        assertThat(tasks.find(id).orElseThrow().progress()).isEqualTo(new Progress(500, 500));
    }

    @Test
    void carriesOutAllThatIsOpen() {
        var first = submit("a");
        var second = submit("b");

        worker((task, running) -> {}).work();

        assertThat(List.of(statusOf(first), statusOf(second))).containsOnly(TaskStatus.COMPLETED);
    }

    @Test
    void anOpenTaskThatAsksTheSameIsShared() {
        assertThat(submit("a")).isEqualTo(submit("a")).isNotEqualTo(submit("b"));
    }

    @Test
    void aLostDatabaseMakesTheNextRoundBeginAgain() {
        var id = submit("a");
        var attempts = new ArrayList<Integer>();
        var worker = worker((task, running) -> {
            attempts.add(task.timesBegun());
            if (attempts.size() == 1) {
                throw new IllegalStateException(new DataAccessResourceFailureException("gone"));
            }
        });

        assertThatThrownBy(worker::work).hasRootCauseMessage("gone");
        assertThat(statusOf(id)).isEqualTo(TaskStatus.INPROGRESS);
        worker.work();

        assertThat(statusOf(id)).isEqualTo(TaskStatus.COMPLETED);
        assertThat(attempts).containsExactly(1, 2);
    }

    @Test
    void givesUpWhatNeverComesToAnEnd() {
        var id = submit("a");
        var worker = worker((task, running) -> {
            throw new DataAccessResourceFailureException("gone");
        });
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(worker::work).hasMessage("gone");
        }

        worker.work();

        var failure = tasks.find(id).orElseThrow().failure();
        assertThat(failure.getStatusCode()).isEqualTo(503);
        assertThat(failure).hasMessageContaining("begun 3 times");
    }

    @Test
    void aRefusalIsTheEndOfTheTaskAndNotOfTheWork() {
        var refused = submit("a");
        var next = submit("b");
        var worker = worker((task, running) -> {
            if (task.id().equals(refused)) {
                throw Refusal.notFound("subject", "There is no Group/g.");
            }
        });

        worker.work();

        assertThat(tasks.find(refused).orElseThrow().failure()).hasMessage("subject: There is no Group/g.");
        assertThat(statusOf(next)).isEqualTo(TaskStatus.COMPLETED);
    }

    @Test
    void cancellingEndsTheWorkAndStoresNothing() {
        var id = submit("a");
        var workers = new ArrayList<BackgroundWorker>();
        var jobs = new ArrayList<BackgroundJobs>();
        workers.add(worker((task, running) -> {
            running.expect(500);
            running.progressed(250);
            jobs.get(0).cancel(id);
            running.progressed(500);
        }));
        jobs.add(new BackgroundJobs(tasks, workers.get(0), () -> {}, Clock.systemUTC()));

        workers.get(0).work();

        assertThat(statusOf(id)).isEqualTo(TaskStatus.CANCELLED);
        assertThat(store.hasAny(Basic.class)).isFalse();
        assertThatThrownBy(() -> jobs.get(0).get(id)).hasMessageContaining("cancelled");
        assertThatThrownBy(() -> jobs.get(0).cancel(id)).hasMessageContaining("no open Task/" + id);
    }

    @Test
    void whatIsCancelledElsewhereEndsWhenProgressIsNoted() {
        var id = submit("a");
        var workers = new ArrayList<BackgroundWorker>();
        workers.add(worker((task, running) -> {
            running.expect(500);
            workers.get(0).noteProgress();
            running.progressed(250);
            assertThat(workers.get(0).progress(id)).contains(new Progress(250, 500));
            workers.get(0).noteProgress();
            assertThat(tasks.find(id).orElseThrow().progress()).isEqualTo(new Progress(250, 500));
            tasks.change(id, open -> open.cancelled(Instant.now()));
            workers.get(0).noteProgress();
            running.progressed(500);
        }));

        workers.get(0).work();

        assertThat(store.hasAny(Basic.class)).isFalse();
        assertThat(workers.get(0).progress(id)).isEmpty();
    }

    @Test
    void aServerThatStopsLeavesTheTaskToTheNext() {
        var id = submit("a");
        var workers = new ArrayList<BackgroundWorker>();
        workers.add(worker((task, running) -> {
            workers.get(0).stop();
            running.progressed(250);
        }));

        workers.get(0).work();

        assertThat(statusOf(id)).isEqualTo(TaskStatus.REQUESTED);
        assertThat(tasks.find(id).orElseThrow().timesBegun()).isZero();
    }

    @Test
    void nothingIsBegunBeforeTheContentIsInstalled() {
        var id = submit("a");

        workerThatWaits((task, running) -> {}).work();

        assertThat(statusOf(id)).isEqualTo(TaskStatus.REQUESTED);
    }

    @Test
    void aTaskOfAnotherKindIsNotThere() {
        var other = ServerTask.ask("other", Instant.now());
        store.put(other);

        assertThat(tasks.find(other.getIdElement().getIdPart())).isEmpty();
    }

    private BackgroundWorker worker(BiConsumer<BackgroundTask, RunningTask> work) {
        var worker = workerThatWaits(work);
        worker.contentIsInstalled();
        return worker;
    }

    private BackgroundWorker workerThatWaits(BiConsumer<BackgroundTask, RunningTask> work) {
        var operations = new BackgroundOperations(List.of(new Operation(store, work)));
        return new BackgroundWorker(tasks, operations, new FreeLocks(), Clock.systemUTC(), 1);
    }

    private String submit(String subject) {
        var task = ServerTask.ask(CODE, Instant.now());
        ServerTask.addInput(task, "subject", new StringType(subject));
        return tasks.submit(new BackgroundTask(task)).id();
    }

    private TaskStatus statusOf(String id) {
        return tasks.find(id).orElseThrow().task().getStatus();
    }

    /** Stores as its result a Basic with the id of the Task. */
    private record Operation(MemoryStore store, BiConsumer<BackgroundTask, RunningTask> work)
            implements BackgroundOperation {

        @Override
        public String code() {
            return CODE;
        }

        @Override
        public String whenCancelled() {
            return "";
        }

        @Override
        public Consumer<BackgroundTask> carryOut(BackgroundTask task, RunningTask running) {
            work.accept(task, running);
            return open -> store.put(new Basic().setId(open.id()));
        }

        @Override
        public Resource answer(BackgroundTask task) {
            return store.find(Basic.class, task.id()).orElseThrow();
        }
    }

    /** Finds by search a Task by its id, or the open ones. */
    private static final class MemoryStore implements LocalStore {

        private final Map<String, Resource> resources = new LinkedHashMap<>();

        @Override
        public <T extends Resource> Optional<T> find(Class<T> type, String id) {
            return Optional.ofNullable(resources.get(type.getSimpleName() + "/" + id))
                    .map(Resource::copy)
                    .map(type::cast);
        }

        @Override
        public <T extends Resource> Optional<T> findVersion(Class<T> type, String id, String version) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <T extends Resource> List<T> search(Class<T> type, String query) {
            return resources.values().stream()
                    .filter(Task.class::isInstance)
                    .filter(task -> query.startsWith("_id=")
                            ? query.equals("_id=" + task.getIdElement().getIdPart())
                            : new BackgroundTask((Task) task).isOpen())
                    .map(Resource::copy)
                    .map(type::cast)
                    .toList();
        }

        @Override
        public boolean hasAny(Class<? extends Resource> type) {
            return resources.values().stream().anyMatch(type::isInstance);
        }

        @Override
        public Bundle transaction(Bundle bundle) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void put(Resource resource) {
            resources.put(resource.fhirType() + "/" + resource.getIdElement().getIdPart(), resource.copy());
        }
    }
}
