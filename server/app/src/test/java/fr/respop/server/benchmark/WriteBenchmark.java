package fr.respop.server.benchmark;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.interceptor.api.IInterceptorService;
import fr.respop.server.fhir.StorageHooks;
import fr.respop.territories.Resident;
import fr.respop.territories.Territory;
import fr.respop.territories.TerritoryGenerator;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.springframework.context.ApplicationContext;

/** What writes cost, and how much of it what Respop does at every write beside HAPI. */
final class WriteBenchmark {

    private static final int BLOCKS = 10;
    private static final int RESIDENTS_A_BLOCK = 25;
    private static final int SCALE = 100;

    private final Caller fhir;
    private final StatementCount statements;
    private final IInterceptorService interceptors;
    private final List<StorageHooks> hooks;
    private final TerritoryGenerator generator;

    WriteBenchmark(ApplicationContext server, Caller fhir) {
        this.fhir = fhir;
        this.statements = server.getBean(StatementCount.class);
        this.interceptors = server.getBean(IInterceptorService.class);
        this.hooks = server.getBeanProvider(StorageHooks.class).orderedStream().toList();
        // One of the territories whose residents the demonstration leaves out.
        var territory = Territory.all().get(Territory.all().size() - 1);
        this.generator = new TerritoryGenerator(territory, SCALE, TerritoryGenerator.DEMONSTRATION_SEED);
    }

    /** By turns with and without Respop's hooks, so that what else the machine does troubles both alike. */
    List<Timing> timings() {
        var ours = new Writes();
        var stock = new Writes();
        // The first two blocks warm up.
        write(0, new Writes());
        write(1, new Writes());
        for (int block = 2; block < 2 + 2 * BLOCKS; block += 2) {
            write(block, ours);
            hooks.forEach(interceptors::unregisterInterceptor);
            try {
                write(block + 1, stock);
            } finally {
                hooks.forEach(interceptors::registerInterceptor);
            }
        }
        return List.of(
                stock.timing("HTTP, one transaction: a new resident with all data, HAPI alone"),
                ours.timing("HTTP, one transaction: a new resident with all data"));
    }

    private void write(int block, Writes writes) {
        IntStream.rangeClosed(1, RESIDENTS_A_BLOCK)
                .mapToObj(number -> generator.resident(block * RESIDENTS_A_BLOCK + number))
                .map(WriteBenchmark::transaction)
                .forEach(transaction -> writes.send(transaction));
    }

    private static String transaction(Resident resident) {
        var bundle = new Bundle().setType(Bundle.BundleType.TRANSACTION);
        Stream.concat(Stream.of(resident.patient()), resident.resources().stream())
                .forEach(resource -> bundle.addEntry()
                        .setResource(resource)
                        .getRequest()
                        .setMethod(Bundle.HTTPVerb.PUT)
                        .setUrl(resource.fhirType() + "/"
                                + resource.getIdElement().getIdPart()));
        return FhirContext.forR4Cached().newJsonParser().encodeResourceToString(bundle);
    }

    private final class Writes {

        private final List<Long> nanos = new ArrayList<>();
        private long statementsSent;

        void send(String transaction) {
            var before = statements.get();
            nanos.add(Timing.nanosOf(() -> fhir.transaction(transaction)));
            statementsSent += statements.get() - before;
        }

        Timing timing(String name) {
            return new Timing(name, nanos.size(), 1, nanos, statementsSent);
        }
    }
}
