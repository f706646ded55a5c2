package fr.respop.server.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.respop.server.FreeLocks;
import fr.respop.server.fhir.LocalStore;
import fr.respop.server.fhir.Refusal;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Measure;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.support.TransactionOperations;

class EvaluationWorkerTest {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final MemoryStore store = new MemoryStore();
    private final EvaluationTasks tasks =
            new EvaluationTasks(store, new FreeLocks(), TransactionOperations.withoutTransaction(), Clock.systemUTC());

    @Test
    void storesTheReportAndClosesTheTask() {
        var id = submit();

        worker((task, evaluation) -> List.of(new MeasureReport())).work();

        assertThat(statusOf(id)).isEqualTo(TaskStatus.COMPLETED);
        var report = tasks.find(id).orElseThrow().reports().get(0);
        assertThat(store.find(MeasureReport.class, report)).isPresent();
    }

    @Test
    void carriesOutAllThatIsOpen() {
        var first = submit();
        var second = submit("2024-01-01");

        worker((task, evaluation) -> List.of(new MeasureReport())).work();

        assertThat(List.of(statusOf(first), statusOf(second))).containsOnly(TaskStatus.COMPLETED);
    }

    @Test
    void anOpenTaskThatAsksTheSameIsShared() {
        assertThat(submit()).isEqualTo(submit()).isNotEqualTo(submit("2024-01-01"));
    }

    @Test
    void aLostDatabaseMakesTheNextRoundBeginAgain() {
        var id = submit();
        var attempts = new ArrayList<Integer>();
        var worker = worker((task, evaluation) -> {
            attempts.add(task.timesBegun());
            if (attempts.size() == 1) {
                throw new IllegalStateException(new DataAccessResourceFailureException("gone"));
            }
            return List.of(new MeasureReport());
        });

        assertThatThrownBy(worker::work).hasRootCauseMessage("gone");
        assertThat(statusOf(id)).isEqualTo(TaskStatus.INPROGRESS);
        worker.work();

        assertThat(statusOf(id)).isEqualTo(TaskStatus.COMPLETED);
        assertThat(attempts).containsExactly(1, 2);
    }

    @Test
    void givesUpWhatNeverComesToAnEnd() {
        var id = submit();
        var worker = worker((task, evaluation) -> {
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
        var refused = submit();
        var next = submit("2024-01-01");
        var worker = worker((task, evaluation) -> {
            if (task.id().equals(refused)) {
                throw Refusal.notFound("subject", "There is no Group/g.");
            }
            return List.of(new MeasureReport());
        });

        worker.work();

        assertThat(tasks.find(refused).orElseThrow().failure()).hasMessage("subject: There is no Group/g.");
        assertThat(statusOf(next)).isEqualTo(TaskStatus.COMPLETED);
    }

    @Test
    void cancellingEndsTheEvaluationAndStoresNothing() {
        var id = submit();
        var workers = new ArrayList<EvaluationWorker>();
        var jobs = new ArrayList<EvaluationJobs>();
        workers.add(worker((task, evaluation) -> {
            evaluation.expect(500);
            evaluation.progressed(250);
            jobs.get(0).cancel(id);
            evaluation.progressed(500);
            return List.of(new MeasureReport());
        }));
        jobs.add(new EvaluationJobs(tasks, workers.get(0), () -> {}, Clock.systemUTC()));

        workers.get(0).work();

        assertThat(statusOf(id)).isEqualTo(TaskStatus.CANCELLED);
        assertThat(store.hasAny(MeasureReport.class)).isFalse();
        assertThatThrownBy(() -> jobs.get(0).get(id)).hasMessageContaining("cancelled");
        assertThatThrownBy(() -> jobs.get(0).cancel(id)).hasMessageContaining("no open evaluation");
    }

    @Test
    void whatIsCancelledElsewhereEndsWhenProgressIsNoted() {
        var id = submit();
        var workers = new ArrayList<EvaluationWorker>();
        workers.add(worker((task, evaluation) -> {
            evaluation.expect(500);
            workers.get(0).noteProgress();
            evaluation.progressed(250);
            assertThat(workers.get(0).progress(id)).contains(new Progress(250, 500));
            workers.get(0).noteProgress();
            assertThat(tasks.find(id).orElseThrow().progress()).isEqualTo(new Progress(250, 500));
            tasks.change(id, open -> open.cancelled(Clock.systemUTC().instant()));
            workers.get(0).noteProgress();
            evaluation.progressed(500);
            return List.of(new MeasureReport());
        }));

        workers.get(0).work();

        assertThat(store.hasAny(MeasureReport.class)).isFalse();
        assertThat(workers.get(0).progress(id)).isEmpty();
    }

    @Test
    void aServerThatStopsLeavesTheTaskToTheNext() {
        var id = submit();
        var workers = new ArrayList<EvaluationWorker>();
        workers.add(worker((task, evaluation) -> {
            workers.get(0).stop();
            evaluation.progressed(250);
            return List.of(new MeasureReport());
        }));

        workers.get(0).work();

        assertThat(statusOf(id)).isEqualTo(TaskStatus.REQUESTED);
        assertThat(tasks.find(id).orElseThrow().timesBegun()).isZero();
    }

    @Test
    void nothingIsBegunBeforeTheContentIsInstalled() {
        var id = submit();

        new EvaluationWorker(tasks, (task, evaluation) -> List.of(), new FreeLocks(), Clock.systemUTC(), 1).work();

        assertThat(statusOf(id)).isEqualTo(TaskStatus.REQUESTED);
    }

    private EvaluationWorker worker(TaskEvaluator evaluator) {
        var worker = new EvaluationWorker(tasks, evaluator, new FreeLocks(), Clock.systemUTC(), 1);
        worker.contentIsInstalled();
        return worker;
    }

    private String submit() {
        return submit("2025-01-01");
    }

    private String submit(String periodStart) {
        var measure = new Measure().setUrl("https://example.org/Measure/a");
        var request = EvaluateMeasureRequest.of(periodStart, "2025-12-31", null, null, null, PARIS);
        var asked = new AskedEvaluation(EvaluationOperation.EVALUATE_MEASURE, List.of(measure), request);
        return tasks.submit(asked).id();
    }

    private TaskStatus statusOf(String id) {
        return tasks.find(id).orElseThrow().task().getStatus();
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
                            : new EvaluationTask((Task) task).isOpen())
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
