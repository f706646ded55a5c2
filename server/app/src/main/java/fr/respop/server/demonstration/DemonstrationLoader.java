package fr.respop.server.demonstration;

import fr.respop.server.fhir.LocalStore;
import fr.respop.territories.Resident;
import fr.respop.territories.Territory;
import fr.respop.territories.TerritoryGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Fills an empty server with the demonstration territory, once.
 *
 * <p>A Task tells whether the loading was begun and whether it is complete. Residents go in by transactions of
 * {@value #RESIDENTS_A_TRANSACTION}, always the same ones under the same ids: a start that was killed goes on with the
 * first transaction that is missing, and nothing is ever stored twice.
 */
@Component
@Order(0)
class DemonstrationLoader implements ApplicationRunner {

    private static final String TASK_ID = "respop-demonstration";
    private static final int RESIDENTS_A_TRANSACTION = 25;
    private static final Logger LOG = LoggerFactory.getLogger(DemonstrationLoader.class);

    private final DemonstrationProperties properties;
    private final LocalStore store;

    DemonstrationLoader(DemonstrationProperties properties, LocalStore store) {
        this.properties = properties;
        this.store = store;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (!properties.enabled()) {
            return;
        }
        var task = store.find(Task.class, TASK_ID);
        var isBegun =
                task.filter(begun -> begun.getStatus() == TaskStatus.INPROGRESS).isPresent();
        if (isBegun || (task.isEmpty() && !store.hasAny(Patient.class))) {
            load();
        }
    }

    private void load() {
        var begin = Instant.now();
        var territory = Territory.byId(properties.territory());
        var generator = new TerritoryGenerator(territory, properties.scale(), properties.seed());
        LOG.info("Loading the demonstration territory {} at 1:{}", territory.name(), properties.scale());

        var setting = setting();
        setting.add(task(TaskStatus.INPROGRESS));
        store.transaction(transactionOf(setting));
        var resources = loadResidents(generator);
        store.put(task(TaskStatus.COMPLETED));

        var seconds = Math.max(1, Duration.between(begin, Instant.now()).toSeconds());
        LOG.info("Loaded {} resources in {} s ({} a second)", resources, seconds, resources / seconds);
    }

    /** All five territories with their target populations; only one of them gets residents. */
    private List<Resource> setting() {
        var setting = new ArrayList<Resource>();
        for (var territory : Territory.all()) {
            setting.addAll(new TerritoryGenerator(territory, properties.scale(), properties.seed()).setting());
        }
        return setting;
    }

    private long loadResidents(TerritoryGenerator generator) {
        var residents = generator.publishedPyramid().residents();
        var progress = new LoadProgress(residents);
        var transactions = new ArrayList<Callable<Integer>>();
        for (var first = 1; first <= residents; first += RESIDENTS_A_TRANSACTION) {
            var from = first;
            var to = Math.min(residents, first + RESIDENTS_A_TRANSACTION - 1);
            transactions.add(() -> {
                var stored = store(IntStream.rangeClosed(from, to)
                        .mapToObj(generator::resident)
                        .toList());
                progress.add(to - from + 1);
                return stored;
            });
        }
        return sumInParallel(transactions);
    }

    private static long sumInParallel(List<Callable<Integer>> transactions) {
        var threads = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        try {
            var resources = 0L;
            for (var transaction : threads.invokeAll(transactions)) {
                resources += transaction.get();
            }
            return resources;
        } catch (ExecutionException e) {
            throw new IllegalStateException("The demonstration territory could not be loaded", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while loading the demonstration territory", e);
        } finally {
            threads.shutdownNow();
        }
    }

    /** Stores the residents unless an earlier start did, and says how many resources that took. */
    private int store(List<Resident> residents) {
        if (isStored(residents.get(0))) {
            return 0;
        }
        var resources = new ArrayList<Resource>();
        for (var resident : residents) {
            resources.add(resident.patient());
            resources.addAll(resident.resources());
        }
        store.transaction(transactionOf(resources));
        return resources.size();
    }

    private boolean isStored(Resident resident) {
        return store.find(Patient.class, resident.patient().getIdElement().getIdPart())
                .isPresent();
    }

    private static Task task(TaskStatus status) {
        var task = new Task();
        task.setId(TASK_ID);
        task.setStatus(status).setIntent(Task.TaskIntent.ORDER);
        return task.setDescription("Loading of the synthetic demonstration territory");
    }

    private static Bundle transactionOf(List<? extends Resource> resources) {
        var bundle = new Bundle();
        bundle.setType(Bundle.BundleType.TRANSACTION);
        for (var resource : resources) {
            bundle.addEntry()
                    .setResource(resource)
                    .getRequest()
                    .setMethod(Bundle.HTTPVerb.PUT)
                    .setUrl(resource.fhirType() + "/" + resource.getIdElement().getIdPart());
        }
        return bundle;
    }
}
