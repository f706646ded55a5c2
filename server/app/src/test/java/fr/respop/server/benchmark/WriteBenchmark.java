package fr.respop.server.benchmark;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.interceptor.api.IInterceptorService;
import fr.respop.server.fhir.StorageHooks;
import fr.respop.territories.Resident;
import fr.respop.territories.Territory;
import fr.respop.territories.TerritoryGenerator;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.context.ApplicationContext;

/** What writes cost, and how much of it what Respop does at every write beside HAPI. */
final class WriteBenchmark {

    private static final int BLOCKS = 10;
    private static final int RESIDENTS_A_BLOCK = 25;
    private static final int RESIDENTS_A_STREAM = 400;
    private static final int CLIENTS = 4;
    private static final int SCALE = 20;
    private static final String WRITE = "HTTP, one transaction: a new resident with all data";

    private final Caller fhir;
    private final StatementCount statements;
    private final IInterceptorService interceptors;
    private final List<StorageHooks> hooks;
    private final TerritoryGenerator generator;
    private int residents;

    WriteBenchmark(ApplicationContext server, Caller fhir) {
        this.fhir = fhir;
        this.statements = server.getBean(StatementCount.class);
        this.interceptors = server.getBean(IInterceptorService.class);
        this.hooks = server.getBeanProvider(StorageHooks.class).orderedStream().toList();
        // One of the territories whose residents the demonstration leaves out.
        var territory = Territory.all().get(Territory.all().size() - 1);
        this.generator = new TerritoryGenerator(territory, SCALE, TerritoryGenerator.DEMONSTRATION_SEED);
    }

    /** By turns with all, one and none of Respop's hooks, so that what else the machine does troubles all alike. */
    List<Timing> timings() {
        var validation = hooks.stream()
                .filter(hook -> hook.getClass().getPackageName().endsWith(".validation"))
                .toList();
        var all = new Writes(hooks);
        var validating = new Writes(validation);
        var stock = new Writes(List.of());
        var inTurn = List.of(stock, validating, all);
        // The first turns warm up.
        IntStream.range(0, 2).forEach(turn -> new Writes(hooks).writeBlock());
        IntStream.range(0, BLOCKS).forEach(turn -> inTurn.forEach(Writes::writeBlock));
        return List.of(
                stock.timing(WRITE + ", HAPI alone"),
                validating.timing(WRITE + ", HAPI and validation"),
                all.timing(WRITE));
    }

    /** Everything as it is for users: transactions of one client and of several, and a bulk import. */
    List<Throughput> throughputs() {
        return List.of(
                transactions(1),
                transactions(CLIENTS),
                new BulkImport(fhir).load(newResidents(RESIDENTS_A_STREAM).toList()));
    }

    private Throughput transactions(int clients) {
        var written = newResidents(RESIDENTS_A_STREAM).toList();
        var bundles = written.stream().map(WriteBenchmark::transaction).toList();
        var threads = Executors.newFixedThreadPool(clients);
        try {
            var nanos = Timing.nanosOf(() -> bundles.stream()
                    .map(bundle -> threads.submit(() -> fhir.transaction(bundle)))
                    .toList()
                    .forEach(WriteBenchmark::await));
            var resources = written.stream()
                    .mapToLong(resident -> resources(resident).count())
                    .sum();
            return new Throughput("transactions, a resident each", clients, resources, nanos);
        } finally {
            threads.shutdown();
        }
    }

    private static void await(Future<?> sent) {
        try {
            sent.get();
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private Stream<Resident> newResidents(int count) {
        return IntStream.range(0, count).mapToObj(number -> generator.resident(++residents));
    }

    static Stream<Resource> resources(Resident resident) {
        return Stream.concat(Stream.of(resident.patient()), resident.resources().stream());
    }

    private static String transaction(Resident resident) {
        var bundle = new Bundle().setType(Bundle.BundleType.TRANSACTION);
        resources(resident)
                .forEach(resource -> bundle.addEntry()
                        .setResource(resource)
                        .getRequest()
                        .setMethod(Bundle.HTTPVerb.PUT)
                        .setUrl(resource.fhirType() + "/"
                                + resource.getIdElement().getIdPart()));
        return FhirContext.forR4Cached().newJsonParser().encodeResourceToString(bundle);
    }

    /** Transactions with some of the hooks. */
    private final class Writes {

        private final List<StorageHooks> used;
        private final List<Long> nanos = new ArrayList<>();
        private long statementsSent;

        Writes(List<StorageHooks> used) {
            this.used = used;
        }

        void writeBlock() {
            hooks.forEach(interceptors::unregisterInterceptor);
            used.forEach(interceptors::registerInterceptor);
            try {
                newResidents(RESIDENTS_A_BLOCK).map(WriteBenchmark::transaction).forEach(this::send);
            } finally {
                used.forEach(interceptors::unregisterInterceptor);
                hooks.forEach(interceptors::registerInterceptor);
            }
        }

        private void send(String transaction) {
            var before = statements.ofRequests();
            nanos.add(Timing.nanosOf(() -> fhir.transaction(transaction)));
            statementsSent += statements.ofRequests() - before;
        }

        Timing timing(String name) {
            return new Timing(name, nanos.size(), 1, nanos, statementsSent);
        }
    }
}
