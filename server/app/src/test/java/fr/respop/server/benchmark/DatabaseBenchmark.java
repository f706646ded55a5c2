package fr.respop.server.benchmark;

import ca.uhn.fhir.rest.api.server.IRepositoryFactory;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import fr.respop.server.ServerApplication;
import fr.respop.server.TestDatabase;
import fr.respop.server.measure.StockEvaluation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What evaluations cost on a server with PostgreSQL: over HTTP, and beside clinical-reasoning's own evaluation on the same
 * server and data. Prints a table.
 */
public final class DatabaseBenchmark {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseBenchmark.class);

    private static final String YEAR = "periodStart=2025-01-01&periodEnd=2025-12-31";
    private static final String GROUP = "subject=Group/aube-et-sezannais-diabetes&" + YEAR;
    private static final String TERRITORY = "Measure/$evaluate?subject=Organization/aube-et-sezannais&";
    private static final String PYRAMID = "Measure/DiabetesPyramid/$evaluate-measure?";
    private static final int WARM_UP_CALLS = 300;
    private static final int CALLS = 500;
    private static final int STOCK_WARM_UP_CALLS = 100;
    private static final int STOCK_CALLS = 100;

    private final Caller fhir;
    private final StatementCount statements;
    private final IRepositoryFactory repositories;
    private final StockEvaluation stock = new StockEvaluation();
    private final WriteBenchmark writes;
    private final Copies copies;
    private final List<String> members;
    private final HeapPeak heap = new HeapPeak();
    private final List<Timing> timings = new ArrayList<>();

    private DatabaseBenchmark(ConfigurableApplicationContext server) {
        this.fhir = new Caller(Integer.parseInt(server.getEnvironment().getRequiredProperty("local.server.port")));
        this.statements = server.getBean(StatementCount.class);
        this.repositories = server.getBean(IRepositoryFactory.class);
        this.writes = new WriteBenchmark(server, fhir);
        this.copies = new Copies(server.getBean(JdbcTemplate.class));
        this.members = fhir.members(PYRAMID + "reportType=subject-list&" + GROUP);
    }

    /**
     * Arguments: the N of the scale 1:N of the residents; how many times as many they are made in the end, 1 for no more;
     * the file for the table. Ends with 1 if it fails.
     */
    public static void main(String[] arguments) {
        var status = 1;
        try {
            run(arguments);
            status = 0;
        } catch (IOException | RuntimeException | Error failure) {
            LOG.error("The benchmark failed", failure);
        }
        // HAPI's batch jobs leave threads behind that are no daemons: without this the command would never end.
        System.exit(status);
    }

    private static void run(String[] arguments) throws IOException {
        System.setProperty("respop.test.database", "postgres");
        var server = new SpringApplicationBuilder(ServerApplication.class, StatementCount.class)
                .initializers(new TestDatabase())
                .run(
                        "--server.port=0",
                        "--respop.demonstration.scale=" + arguments[0],
                        "--respop.stratification.enabled=false",
                        "--respop.reporting.enabled=false",
                        // Its second look at all residents would fall into the first measurements.
                        "--respop.territory.settle-time=1h",
                        "--respop.evaluation.synchronous-limit=" + Integer.MAX_VALUE);
        try (server) {
            var table = new DatabaseBenchmark(server).table(Integer.parseInt(arguments[1]));
            Files.writeString(Path.of(arguments[2]), table);
            // The table is the answer of this command.
            System.out.println(table);
        }
    }

    private String table(int times) {
        oneResident();
        // Compiled, but not kept for the year.
        fhir.get(territory("2025-01-02", measure -> true));
        population("2025-01-01");
        if (times > 1) {
            copies.multiply(times);
            population("2024-12-31");
        }
        writes.timings().forEach(this::note);
        var throughputs = writes.throughputs();
        return Timing.HEADER
                + String.join("", timings.stream().map(Timing::row).toList())
                + System.lineSeparator()
                + Throughput.HEADER
                + String.join("", throughputs.stream().map(Throughput::row).toList());
    }

    private void oneResident() {
        measure(
                "stock, one resident: pyramid",
                STOCK_WARM_UP_CALLS,
                STOCK_CALLS,
                patient -> stock.evaluate(
                        repositories.create(new SystemRequestDetails()), "DiabetesPyramid", "subject", patient));
        http("pyramid", patient -> PYRAMID + "subject=" + patient + "&" + YEAR);
        http(
                "strata, by Library/$evaluate",
                patient -> "Library/DiabetesStrata/$evaluate?expression=Stratum" + "&expression=Criteria&subject="
                        + patient + "&" + YEAR);
        http("open gaps of all items", patient -> "Measure/$care-gaps?status=open-gap&subject=" + patient + "&" + YEAR);
        http("plan of the pathway", patient -> "PlanDefinition/DiabetesPathway/$apply?subject=" + patient + "&" + YEAR);
        post("$cql on a stored library", "$cql", Caller.FHIR_JSON, DatabaseBenchmark::cql);
        post(
                "CDS Hooks patient-view, stored data",
                "/cds-services/respop-patient-view",
                "application/json",
                DatabaseBenchmark::patientView);
    }

    private void http(String what, UnaryOperator<String> path) {
        measure("HTTP, one resident: " + what, WARM_UP_CALLS, CALLS, patient -> fhir.get(path.apply(patient)));
    }

    private void post(String what, String path, String contentType, UnaryOperator<String> body) {
        measure(
                "HTTP, one resident: " + what,
                WARM_UP_CALLS,
                CALLS,
                patient -> fhir.post(path, contentType, body.apply(patient)));
    }

    private static String cql(String patient) {
        return """
                {"resourceType":"Parameters","parameter":[{"name":"subject","valueString":"%s"},
                 {"name":"expression","valueString":"Strata.\\"Stratum\\" >= 3"},
                 {"name":"library","part":[{"name":"url","valueUri":"https://respop.org/fhir/Library/DiabetesStrata"},
                  {"name":"name","valueString":"Strata"}]},
                 {"name":"periodStart","valueDate":"2025-01-01"},{"name":"periodEnd","valueDate":"2025-12-31"}]}""".formatted(patient);
    }

    private static String patientView(String patient) {
        return """
                {"hook":"patient-view","hookInstance":"%s","context":{"userId":"Practitioner/example","patientId":"%s"}}""".formatted(UUID.randomUUID(), patient.substring(patient.indexOf('/') + 1));
    }

    /** A call for each of some members, one after another. */
    private void measure(String name, int warmUpCalls, int calls, Consumer<String> call) {
        IntStream.range(0, warmUpCalls).forEach(i -> call.accept(member(i)));
        var before = statements.get();
        var times = IntStream.range(0, calls)
                .mapToLong(i -> Timing.nanosOf(() -> call.accept(member(i))))
                .boxed()
                .toList();
        note(new Timing(name, calls, 1, times, statements.get() - before));
    }

    /** It takes a while: whoever waits sees how far it is. */
    private void note(Timing timing) {
        timings.add(timing);
        LOG.info(timing.row().strip());
    }

    private String member(int number) {
        return members.get(number % members.size());
    }

    /** @param from the first day of the period; with another one nothing is known from before */
    private void population(String from) {
        var everybody = copies.residents();
        territory("two pyramids, every record", everybody, territory(from, measure -> measure.endsWith("Pyramid")));
        var all = territory(from, measure -> true);
        territory("all measures, every record", everybody, all);
        territory("the same, nobody changed", everybody, all);
        IntStream.range(0, everybody.size() / 100).forEach(i -> fhir.addResult("Patient/" + everybody.get(i * 100)));
        territory("the same, 1 % changed", everybody, all);
    }

    private String territory(String from, Predicate<String> isWanted) {
        return TERRITORY + "periodStart=" + from + "&periodEnd=2025-12-31" + fhir.measures(isWanted);
    }

    private void territory(String what, List<String> residents, String path) {
        heap.reset();
        var before = statements.get();
        var time = Timing.nanosOf(() -> fhir.get(path));
        note(new Timing(
                "HTTP, territory: " + what, 1, residents.size(), List.of(time), statements.get() - before, heap.get()));
    }
}
