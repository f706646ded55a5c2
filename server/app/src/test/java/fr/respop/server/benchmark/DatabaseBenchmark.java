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
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * What evaluations cost on a server with PostgreSQL: over HTTP, and beside clinical-reasoning's own evaluation on the same
 * server and data. Prints a table.
 */
public final class DatabaseBenchmark {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseBenchmark.class);

    private static final String YEAR = "periodStart=2025-01-01&periodEnd=2025-12-31";
    private static final String GROUP = "subject=Group/aube-et-sezannais-diabetes&" + YEAR;
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
    private final List<String> members;
    private final List<Timing> timings = new ArrayList<>();

    private DatabaseBenchmark(ConfigurableApplicationContext server) {
        this.fhir = new Caller(Integer.parseInt(server.getEnvironment().getRequiredProperty("local.server.port")));
        this.statements = server.getBean(StatementCount.class);
        this.repositories = server.getBean(IRepositoryFactory.class);
        this.writes = new WriteBenchmark(server, fhir);
        this.members = fhir.members(PYRAMID + "reportType=subject-list&" + GROUP);
    }

    /** Arguments: the N of the scale 1:N of the residents, the file for the table. Ends with 1 if it fails. */
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
                        "--respop.stratification.enabled=false");
        try (server) {
            var table = new DatabaseBenchmark(server).table();
            Files.writeString(Path.of(arguments[1]), table);
            // The table is the answer of this command.
            System.out.println(table);
        }
    }

    private String table() {
        var residents = fhir.count("Patient");
        oneResident();
        population(residents);
        timings.addAll(writes.timings());
        return Timing.HEADER + String.join("", timings.stream().map(Timing::row).toList());
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
    }

    private void http(String what, UnaryOperator<String> path) {
        measure("HTTP, one resident: " + what, WARM_UP_CALLS, CALLS, patient -> fhir.get(path.apply(patient)));
    }

    /** A call for each of some members, one after another. */
    private void measure(String name, int warmUpCalls, int calls, Consumer<String> call) {
        IntStream.range(0, warmUpCalls).forEach(i -> call.accept(member(i)));
        var before = statements.get();
        var times = IntStream.range(0, calls)
                .mapToLong(i -> Timing.nanosOf(() -> call.accept(member(i))))
                .boxed()
                .toList();
        timings.add(new Timing(name, calls, 1, times, statements.get() - before));
    }

    private String member(int number) {
        return members.get(number % members.size());
    }

    private void population(long residents) {
        var evaluate = "Measure/$evaluate?" + GROUP;
        var all = evaluate + fhir.measures(measure -> true);
        var kept = evaluate + fhir.measures(DatabaseBenchmark::isKept);
        var pyramids = evaluate + fhir.measures(measure -> measure.endsWith("Pyramid"));
        // Compiled, but not kept for this period.
        fhir.get(all.replace("2025-01-01", "2025-01-02"));
        territory("two pyramids, every record", residents, pyramids);
        territory("measures whose results are kept, every record", residents, kept);
        territory("the same, nobody changed", residents, kept);
        changeOnePercent();
        territory("the same, 1 % changed", residents, kept);
        territory("all measures, nobody changed", residents, all);
    }

    private void territory(String what, long residents, String path) {
        var before = statements.get();
        var time = Timing.nanosOf(() -> fhir.get(path));
        timings.add(new Timing("HTTP, territory: " + what, 1, residents, List.of(time), statements.get() - before));
    }

    /** Of measures that tell of single residents, and of those that look at what the server writes itself, no result is kept. */
    private static boolean isKept(String measure) {
        return !measure.endsWith("Population") && !measure.endsWith("Deployment");
    }

    private void changeOnePercent() {
        var everybody = fhir.ids("Patient");
        IntStream.range(0, everybody.size() / 100).forEach(i -> fhir.addResult("Patient/" + everybody.get(i * 100)));
    }
}
