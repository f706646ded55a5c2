package fr.respop.benchmark;

import fr.respop.engine.EvaluatorSettings;
import fr.respop.engine.PopulationEvaluator;
import fr.respop.engine.SubjectRecord;
import fr.respop.engine.SubjectSource;
import fr.respop.territories.Programme;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Measure;

/** All contenders on the residents of one territory. */
final class Comparison {

    private final TerritoryFiles files;
    private final BenchmarkContent content;
    private final List<? extends SubjectRecord> few;
    private final List<Contender> contenders = new ArrayList<>();

    /**
     * @param few how many residents those work through that would take too long on all
     * @param cqlExecution the script of {@link JavaScriptEngine}
     * @param fqmExecution the script of {@link FqmExecution}
     * @param workFolder takes files of contenders
     */
    Comparison(
            TerritoryFiles files,
            BenchmarkContent content,
            int few,
            NodeScript cqlExecution,
            NodeScript fqmExecution,
            Path workFolder) {
        this.files = files;
        this.content = content;
        var settings = new EvaluatorSettings(1, 1, Clock.system(BenchmarkContent.ZONE));
        var types = new PopulationEvaluator(content.compiled(), settings)
                .dataTypes(content.evaluations(content.allMeasures()));
        this.few = ParsedResidents.first(few, files.plain(), types);
        var read = Stream.concat(types.stream(), Stream.of("Patient")).collect(Collectors.toUnmodifiableSet());
        contenders.add(new HapiParse("HAPI parse, without narratives", files.residents(), files.plain(), read));
        contenders.add(new HapiParse("HAPI parse, with narratives", files.residents(), files.narrated(), read));
        addEngine("two pyramids", content.pyramids());
        addEngine(content.allMeasures().size() + " measures in one pass", content.allMeasures());
        contenders.add(new ClinicalReasoning(content, this.few));
        if (cqlExecution.isPresent()) {
            contenders.add(new JavaScriptEngine(cqlExecution, workFolder.resolve("cql-execution"), content, this.few));
        }
        if (fqmExecution.isPresent()) {
            contenders.add(new FqmExecution(fqmExecution, workFolder.resolve("fqm-execution"), content, this.few));
        }
    }

    private void addEngine(String what, List<Measure> measures) {
        addEngine(what + ", without narratives", files.plain(), measures, 1);
        addEngine(what + ", with narratives", files.narrated(), measures, 1);
        addEngine(what + ", with narratives, 2 threads", files.narrated(), measures, 2);
    }

    private void addEngine(String what, Path folder, List<Measure> measures, int threads) {
        contenders.add(new EngineEvaluation("Respop: " + what, files.residents(), folder, content, measures, threads));
    }

    /**
     * Measures all contenders, in turn at each repetition, so that what else the machine does troubles all of them alike.
     *
     * @throws IllegalStateException if one of them does not count the residents that the others count
     */
    List<Measured> run(Meter meter, Duration warmUp, int repetitions) {
        for (var contender : contenders) {
            System.err.println("Warming up " + contender.name());
            contender.warmUp(meter, warmUp);
        }
        var samples =
                contenders.stream().map(contender -> new ArrayList<Sample>()).toList();
        for (int i = 0; i < repetitions; i++) {
            System.err.println("Repetition " + (i + 1) + " of " + repetitions);
            for (int j = 0; j < contenders.size(); j++) {
                samples.get(j).add(contenders.get(j).run(meter));
            }
        }
        return IntStream.range(0, contenders.size())
                .mapToObj(i -> measured(contenders.get(i), samples.get(i)))
                .toList();
    }

    private Measured measured(Contender contender, List<Sample> samples) {
        var expected = contender instanceof HapiParse
                ? 0
                : contender instanceof EngineEvaluation ? membersOfAll() : membersOfFew();
        samples.forEach(sample -> {
            if (sample.count() != expected) {
                throw new IllegalStateException(contender.name() + " counts " + sample.count()
                        + " residents in the target" + " populations instead of " + expected);
            }
        });
        return new Measured(contender.name(), contender.residents(), samples);
    }

    /** What the programme published, and the residents reproduce. */
    private long membersOfAll() {
        return Stream.of(Programme.values())
                .map(files.generator()::publishedPyramid)
                .mapToLong(pyramid -> IntStream.rangeClosed(0, pyramid.highestStratum())
                        .map(pyramid::count)
                        .sum())
                .sum();
    }

    private long membersOfFew() {
        var settings = new EvaluatorSettings(1, few.size(), Clock.system(BenchmarkContent.ZONE));
        try (var source = SubjectSource.of(few)) {
            return new PopulationEvaluator(content.compiled(), settings)
                    .evaluate(content.evaluations(content.pyramids()), source).stream()
                            .mapToLong(EngineEvaluation::initialPopulation)
                            .sum();
        }
    }
}
