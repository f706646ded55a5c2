package fr.respop.server.commandline;

import ca.uhn.fhir.context.FhirContext;
import fr.respop.engine.EvaluatorSettings;
import fr.respop.engine.MeasureEvaluation;
import fr.respop.engine.MeasurementPeriod;
import fr.respop.engine.PopulationEvaluator;
import fr.respop.engine.ReportType;
import fr.respop.engine.ndjson.NdjsonSubjects;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.MeasureReport.MeasureReportStatus;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/** Evaluates measures on NDJSON files, with the engine of the server and no database. */
@Command(
        name = EvaluateCommand.NAME,
        description = "Evaluates measures on the Patients of a folder of NDJSON files, and prints their MeasureReports,"
                + " one a line.",
        sortOptions = false)
final class EvaluateCommand implements Callable<Integer> {

    static final String NAME = "evaluate";

    private static final int CHUNK_SIZE = 250;

    @Option(
            names = "--measure",
            required = true,
            paramLabel = "<id|canonical>",
            description = "A measure of the content, by its id or its canonical. Several may be given.")
    private List<String> measures = List.of();

    @Option(
            names = "--ndjson",
            required = true,
            paramLabel = "<folder>",
            description = "The folder with *.ndjson and *.ndjson.gz files, one resource a line.")
    private Path folder = Path.of("");

    @Option(
            names = "--period-start",
            required = true,
            paramLabel = "<date>",
            description = "The first day of the measurement period: 2025, 2025-01, 2025-01-01 or a time.")
    private String periodStart = "";

    @Option(
            names = "--period-end",
            required = true,
            paramLabel = "<date>",
            description = "The last day of the measurement period, on which the evaluation takes place.")
    private String periodEnd = "";

    @Option(
            names = "--time-zone",
            paramLabel = "<zone>",
            defaultValue = "Europe/Paris",
            converter = TimeZoneName.class,
            description = "The time zone of dates that state none. Default: ${DEFAULT-VALUE}.")
    private ZoneId timeZone = ZoneId.of("Europe/Paris");

    @Option(
            names = "--report-type",
            paramLabel = "<type>",
            defaultValue = "population",
            converter = PopulationReportType.class,
            description =
                    "population: counts only; subject-list: with the Patients of each. Default: ${DEFAULT-VALUE}.")
    private ReportType reportType = ReportType.POPULATION;

    @Option(
            names = "--package",
            paramLabel = "<file>",
            description = "The FHIR package (.tgz) with measures, libraries and value sets. Default: Respop's own.")
    private @Nullable Path packageFile;

    @Option(
            names = "--threads",
            paramLabel = "<n>",
            description = "How many Patients are evaluated at once. Default: as many as there are processors.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--output", paramLabel = "<file>", description = "Where the reports go. Default: standard output.")
    private @Nullable Path outputFile;

    @SuppressWarnings("unused") // The parser of the command line sets and reads it.
    @Option(names = "--help", usageHelp = true, description = "Shows this text.")
    private boolean isHelpWanted;

    private final PrintWriter out;
    private final PrintWriter err;

    /**
     * @param out takes the reports, unless they go to a file
     * @param err is told of the progress
     */
    EvaluateCommand(PrintWriter out, PrintWriter err) {
        this.out = out;
        this.err = err;
    }

    @Override
    public Integer call() {
        if (threads < 1) {
            throw new UnusableInput("--threads is 1 or more, not " + threads);
        }
        var period = MeasurementPeriod.of(periodStart, periodEnd, timeZone);
        var output = outputFile == null ? ReportOutput.to(out) : ReportOutput.to(outputFile);
        var content = packageFile == null ? CommandContent.ofRespop() : CommandContent.of(packageFile);
        var reports = evaluate(content, period);
        output.write(reports, FhirContext.forR4Cached());
        var incomplete = reports.stream()
                .filter(report -> report.getStatus() == MeasureReportStatus.ERROR)
                .count();
        if (incomplete > 0) {
            err.println(incomplete + " of " + reports.size()
                    + " reports leave out Patients who could not be evaluated; each names them and the reason.");
            return ExitCode.SOFTWARE;
        }
        return ExitCode.OK;
    }

    private List<MeasureReport> evaluate(CommandContent content, MeasurementPeriod period) {
        var progress = new Progress(err);
        var requests = measures.stream()
                .map(content::measure)
                .map(measure ->
                        MeasureEvaluation.of(measure, period, reportType).withProgress(progress))
                .toList();
        var settings = new EvaluatorSettings(threads, CHUNK_SIZE, Clock.system(timeZone));
        var evaluator = new PopulationEvaluator(content.compiled(), settings);
        var types = evaluator.dataTypes(requests);
        progress.reading(folder);
        try (var subjects = NdjsonSubjects.open(folder, types)) {
            progress.evaluating(subjects.total());
            return evaluator.evaluate(requests, subjects);
        }
    }
}
