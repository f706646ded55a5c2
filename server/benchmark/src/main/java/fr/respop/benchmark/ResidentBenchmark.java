package fr.respop.benchmark;

import fr.respop.engine.SubjectRecord;
import fr.respop.engine.content.CqlLibrary;
import fr.respop.engine.cql.SubjectRunner;
import fr.respop.engine.record.ResourceParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.hl7.fhir.r4.model.Resource;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The engine's inner loop, warm: one resident after another is parsed, and is asked for both strata. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ResidentBenchmark {

    /** About 500 residents, so that none is met twice while its data are in the processor's cache. */
    private static final int SCALE = 600;

    private static final List<String> EXPRESSIONS = List.of("In Target Population", "Stratum");

    private final BenchmarkContent content = BenchmarkContent.read();
    private final SubjectRunner runner = new SubjectRunner(
            content.compiled(), BenchmarkContent.PERIOD.start(), BenchmarkContent.PERIOD.end(), Map.of());
    private final List<CqlLibrary> libraries = content.pyramids().stream()
            .map(measure ->
                    content.compiled().library(measure.getLibrary().get(0).getValue()))
            .toList();
    private List<? extends SubjectRecord> records = List.of();
    private List<List<Resource>> parsed = List.of();
    private int turn;

    /** Makes the residents, in memory both as JSON with narratives and parsed. */
    @Setup
    public void makeResidents() throws IOException {
        var types = new TreeSet<String>();
        libraries.forEach(library -> types.addAll(library.dataTypes()));
        var folder = Files.createTempDirectory("respop-benchmark");
        var files = TerritoryFiles.write(SCALE, folder);
        records = ParsedResidents.first(files.residents(), files.narrated(), types);
        parsed = records.stream().map(SubjectRecord::resources).toList();
        delete(folder);
    }

    /** From JSON with narratives to resources, by the engine's {@link ResourceParser}. */
    @Benchmark
    public List<Resource> parse() {
        return records.get(next()).resources();
    }

    /** From resources to the strata of both programmes. */
    @Benchmark
    public List<Object> evaluate() {
        var resident = next();
        runner.enter(records.get(resident).id(), parsed.get(resident));
        var strata = new ArrayList<Object>(libraries.size());
        libraries.forEach(library -> strata.add(runner.evaluate(library, EXPRESSIONS)));
        return strata;
    }

    private int next() {
        turn = (turn + 1) % records.size();
        return turn;
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
