package fr.respop.server.measure;

import ca.uhn.fhir.context.FhirContext;
import fr.respop.engine.EvaluatorSettings;
import fr.respop.engine.MeasureEvaluation;
import fr.respop.engine.MeasurementPeriod;
import fr.respop.engine.PopulationEvaluator;
import fr.respop.engine.ReportType;
import fr.respop.engine.SubjectChunk;
import fr.respop.engine.SubjectSource;
import fr.respop.server.fhir.evaluation.CurrentContent;
import fr.respop.server.fhir.evaluation.EvaluationProperties;
import fr.respop.server.fhir.evaluation.Population;
import fr.respop.server.fhir.evaluation.Populations;
import fr.respop.server.fhir.evaluation.Residents;
import java.time.ZonedDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.MeasureReport;

/** Measures of a target population in the year 2025, evaluated as the server does, but with pages of any size. */
final class InProcessEvaluation {

    private final String group;
    private final List<String> measures;
    private final CurrentContent content;
    private final Residents residents;
    private final Populations populations;
    private final EvaluationProperties properties;
    private final String kept;
    private final Set<String> read = new HashSet<>();

    /** One that knows what the server knows. */
    InProcessEvaluation(
            String group,
            List<String> measures,
            CurrentContent content,
            Residents residents,
            Populations populations,
            EvaluationProperties properties) {
        this(group, measures, content, residents, populations, properties, "");
    }

    private InProcessEvaluation(
            String group,
            List<String> measures,
            CurrentContent content,
            Residents residents,
            Populations populations,
            EvaluationProperties properties,
            String kept) {
        this.group = group;
        this.measures = measures;
        this.content = content;
        this.residents = residents;
        this.populations = populations;
        this.properties = properties;
        this.kept = kept;
    }

    /** The same of other measures. */
    InProcessEvaluation of(String... others) {
        return new InProcessEvaluation(group, List.of(others), content, residents, populations, properties, kept);
    }

    /** The same, with nothing known yet and with pages of its own. */
    InProcessEvaluation apart() {
        return new InProcessEvaluation(
                group,
                measures,
                content,
                residents,
                populations,
                properties,
                UUID.randomUUID().toString());
    }

    /** Knows nothing of an earlier evaluation. */
    List<String> everyRecord() {
        var evaluator = evaluator(properties.chunkSize());
        try (var source = residents.stream(population().residents(), evaluator.dataTypes(evaluations()))) {
            return described(evaluator.evaluate(evaluations(), source));
        }
    }

    /** Knows the results of the last evaluation of this kind. */
    List<String> remembering(int chunkSize) {
        read.clear();
        try (var source = source(chunkSize)) {
            return described(evaluator(chunkSize).evaluate(evaluations(), source));
        }
    }

    /** Whose record the last evaluation that remembers read. */
    Set<String> read() {
        return Set.copyOf(read);
    }

    /** Whose record the next evaluation that remembers would read. */
    Set<String> unknown(int chunkSize) {
        read.clear();
        try (var source = source(chunkSize)) {
            while (!source.next(chunkSize).isEmpty()) {
                // The source notes who is read.
            }
        }
        return read();
    }

    private SubjectSource source(int chunkSize) {
        var evaluator = evaluator(chunkSize);
        var keys = evaluator.resultKeys(evaluations()).stream()
                .map(key -> key.orElseThrow() + kept)
                .toList();
        return new NotingSource(residents.stream(population().residents(), evaluator.dataTypes(evaluations()), keys));
    }

    private PopulationEvaluator evaluator(int chunkSize) {
        var settings = properties.evaluatorSettings();
        return new PopulationEvaluator(
                content.get(),
                new EvaluatorSettings(settings.threads(), chunkSize, settings.timeLimit(), settings.clock()));
    }

    private Population population() {
        return populations.of(List.of(new IdType("Group", group)), ZonedDateTime.now(properties.clock()));
    }

    private List<MeasureEvaluation> evaluations() {
        var period = MeasurementPeriod.of("2025-01-01", "2025-12-31", properties.timeZone());
        var membership = population().membership().orElseThrow();
        return measures.stream()
                .map(id -> content.get().measure("https://respop.org/fhir/Measure/" + id))
                .map(measure -> MeasureEvaluation.of(measure, period, ReportType.POPULATION)
                        .ofMembers(membership))
                .toList();
    }

    private static List<String> described(List<MeasureReport> reports) {
        return reports.stream().map(InProcessEvaluation::described).toList();
    }

    /** A report without the time and the subject. */
    static String described(MeasureReport report) {
        var copy = report.copy();
        copy.setDate(null).setSubject(null);
        return FhirContext.forR4Cached().newJsonParser().encodeResourceToString(copy);
    }

    /** Notes the residents whose results are not known. */
    private final class NotingSource implements SubjectSource {

        private final SubjectSource source;

        NotingSource(SubjectSource source) {
            this.source = source;
        }

        @Override
        public OptionalLong total() {
            return source.total();
        }

        @Override
        public SubjectChunk next(int atMost) {
            var chunk = source.next(atMost);
            chunk.records().forEach(resident -> read.add(resident.id()));
            return chunk;
        }

        @Override
        public void close() {
            source.close();
        }
    }
}
