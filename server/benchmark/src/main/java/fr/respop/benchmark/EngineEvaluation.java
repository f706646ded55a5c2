package fr.respop.benchmark;

import fr.respop.engine.EvaluatorSettings;
import fr.respop.engine.PopulationEvaluator;
import fr.respop.engine.ndjson.NdjsonSubjects;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.hl7.fhir.r4.model.Measure;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.MeasureReport.MeasureReportStatus;

/** Respop's engine, from the files to the reports. */
record EngineEvaluation(
        String name, long residents, Path folder, BenchmarkContent content, List<Measure> measures, int threads)
        implements Contender {

    private static final int CHUNK_SIZE = 250;

    @Override
    public Sample run(Meter meter) {
        return meter.measure(() -> reports().stream()
                .filter(report -> report.getMeasure().contains("Pyramid"))
                .mapToLong(EngineEvaluation::initialPopulation)
                .sum());
    }

    /** The reports of one run, in the order of the measures. */
    List<MeasureReport> reports() {
        var evaluations = content.evaluations(measures);
        var evaluator = new PopulationEvaluator(
                content.compiled(), new EvaluatorSettings(threads, CHUNK_SIZE, Clock.system(BenchmarkContent.ZONE)));
        try (var subjects = NdjsonSubjects.open(folder, evaluator.dataTypes(evaluations))) {
            return evaluator.evaluate(evaluations, subjects);
        }
    }

    /** How many residents a report counts. */
    static long initialPopulation(MeasureReport report) {
        if (report.getStatus() != MeasureReportStatus.COMPLETE) {
            throw new IllegalStateException("Residents are left out of the report of " + report.getMeasure());
        }
        return report.getGroupFirstRep().getPopulationFirstRep().getCount();
    }
}
