package fr.respop.server.commandline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import fr.respop.territories.Programme;
import fr.respop.territories.Territory;
import fr.respop.territories.TerritoryGenerator;
import fr.respop.territories.TerritoryToNdjson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.hl7.fhir.r4.model.ListResource;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluateCommandTest {

    @TempDir
    private static Path small;

    @TempDir
    private Path folder;

    @BeforeAll
    static void writeSmallTerritory() throws IOException {
        TerritoryToNdjson.write(territory(1_000), small);
    }

    @Test
    void givesThePublishedPyramids() throws IOException {
        var territory = territory(500);
        TerritoryToNdjson.write(territory, folder);

        var answer = evaluate(on(folder, "--measure=https://respop.org/fhir/Measure/HeartFailurePyramid"));

        assertThat(answer.exitCode()).isZero();
        var reports = answer.reports();
        assertThat(reports).hasSize(2);
        assertThat(strata(reports.get(0))).isEqualTo(published(territory, Programme.DIABETES));
        assertThat(strata(reports.get(1))).isEqualTo(published(territory, Programme.HEART_FAILURE));
        assertThat(answer.messages()).contains("Evaluating 632 Patients").contains("632 of 632");
    }

    @Test
    void givesTheSameWithAnyNumberOfThreads() {
        var one = evaluate(on(small, "--report-type", "subject-list", "--threads", "1"));
        var eight = evaluate(on(small, "--report-type", "subject-list", "--threads", "8"));

        assertThat(one.exitCode()).isZero();
        assertThat(one.reports().get(0).getContained()).hasAtLeastOneElementOfType(ListResource.class);
        assertThat(eight.withoutDates()).isEqualTo(one.withoutDates());
    }

    @Test
    void writesToAFile() throws IOException {
        var file = folder.resolve("reports.ndjson");

        var answer = evaluate(on(small, "--output", file.toString()));

        assertThat(answer.exitCode()).isZero();
        assertThat(answer.output()).isEmpty();
        assertThat(Files.readAllLines(file))
                .singleElement()
                .satisfies(line -> assertThat(line).startsWith("{\"resourceType\":\"MeasureReport\""));
    }

    @Test
    void countsTheOthersWhenAPatientCannotBeEvaluated() throws IOException {
        write(
                "all.ndjson",
                "{\"resourceType\":\"Patient\",\"id\":\"a\"}",
                "{\"resourceType\":\"Patient\",\"id\":\"b\",\"birthDate\":\"01/02/1940\"}");

        var answer = evaluate(on(folder));

        assertThat(answer.exitCode()).isEqualTo(1);
        assertThat(answer.messages())
                .contains("1 of 1 reports leave out Patients")
                .doesNotContain("1940");
        assertThat(answer.reports().get(0).getContained())
                .singleElement()
                .isInstanceOfSatisfying(
                        OperationOutcome.class,
                        outcome -> assertThat(outcome.getIssue())
                                .singleElement()
                                .satisfies(issue ->
                                        assertThat(issue.getDiagnostics()).startsWith("Patient/b cannot be read")));
    }

    @Test
    void saysWhatIsWrongWithTheFiles() throws IOException {
        assertRefused(on(folder), "holds no *.ndjson");
        assertRefused(on(folder.resolve("absent")), "There is no folder ");

        write("all.ndjson", "{\"resourceType\":\"Patient\",\"id\":\"a\"}", "{\"resourceType\":\"Patient\"");

        assertRefused(on(folder), "all.ndjson, line 2 is not JSON");
    }

    @Test
    void saysWhatIsWrongWithTheCommand() throws IOException {
        write("all.ndjson", "{\"resourceType\":\"Patient\",\"id\":\"a\"}");

        assertRefused(List.of("evaluate"), "Missing required options: '--measure=<id|canonical>', '--ndjson=<folder>'");
        assertRefused(on(folder, "--measure", "Unknown"), "The content has no measure Unknown. It has Diabetes");
        assertRefused(on(folder, "--measure", "https://respop.org/fhir/Measure/Unknown"), "Measure/Unknown");
        assertRefused(on(folder, "--threads", "0"), "--threads is 1 or more, not 0");
        assertRefused(on(folder, "--report-type", "subject"), "expected population or subject-list, not subject");
        assertRefused(on(folder, "--time-zone", "Paris"), "expected a time zone such as Europe/Paris, not Paris");
        assertRefused(on(folder, "--output", folder.resolve("absent/file").toString()), "cannot be written to ");
        assertRefused(on(folder, "--package", folder.resolve("all.ndjson").toString()), "all.ndjson cannot be read");
        assertRefused(on(folder, "--unknown"), "Unknown option: '--unknown'");
        assertRefused(
                List.of(
                        "evaluate",
                        "--measure=DiabetesPyramid",
                        "--ndjson=" + folder,
                        "--period-start=2025",
                        "--period-end=31/12/2025"),
                "--period-end is not a date");
    }

    @Test
    void showsItsOptions() {
        var answer = evaluate(List.of("evaluate", "--help"));

        assertThat(answer.exitCode()).isZero();
        assertThat(answer.output()).startsWith("Usage: ").contains("--period-start");
    }

    @Test
    void isTheOnlyCommand() {
        assertThat(Commands.isCommand(new String[] {"evaluate"})).isTrue();
        assertThat(Commands.isCommand(new String[] {"--server.port=8081"})).isFalse();
        assertThat(Commands.isCommand(new String[0])).isFalse();
    }

    private static void assertRefused(List<String> arguments, String message) {
        var answer = evaluate(arguments);

        assertThat(answer.messages()).contains(message).doesNotContain("Exception", "\tat ");
        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.output()).isEmpty();
    }

    private static List<String> on(Path files, String... options) {
        var arguments = new ArrayList<>(List.of(
                "evaluate",
                "--measure=DiabetesPyramid",
                "--ndjson=" + files,
                "--period-start=2025-01-01",
                "--period-end=2025-12-31"));
        arguments.addAll(List.of(options));
        return arguments;
    }

    private static Answer evaluate(List<String> arguments) {
        var output = new ByteArrayOutputStream();
        var messages = new ByteArrayOutputStream();
        var exitCode = Commands.run(arguments.toArray(String[]::new), output, messages);
        return new Answer(exitCode, output.toString(UTF_8), messages.toString(UTF_8));
    }

    private static TerritoryGenerator territory(int scale) {
        return new TerritoryGenerator(
                Territory.byId("aube-et-sezannais"), scale, TerritoryGenerator.DEMONSTRATION_SEED);
    }

    private static Map<String, Integer> strata(MeasureReport report) {
        var counts = new TreeMap<String, Integer>();
        report.getGroupFirstRep()
                .getStratifierFirstRep()
                .getStratum()
                .forEach(stratum -> counts.put(
                        stratum.getValue().getText(),
                        stratum.getPopulationFirstRep().getCount()));
        return counts;
    }

    /** A report has no stratum without a Patient. */
    private static Map<String, Integer> published(TerritoryGenerator territory, Programme programme) {
        var pyramid = territory.publishedPyramid(programme);
        var counts = new TreeMap<String, Integer>();
        IntStream.rangeClosed(0, pyramid.highestStratum())
                .filter(stratum -> pyramid.count(stratum) > 0)
                .forEach(stratum -> counts.put(String.valueOf(stratum), pyramid.count(stratum)));
        return counts;
    }

    private void write(String file, String... lines) throws IOException {
        Files.writeString(folder.resolve(file), String.join("\n", lines));
    }

    private record Answer(int exitCode, String output, String messages) {

        List<MeasureReport> reports() {
            var parser = FhirContext.forR4Cached().newJsonParser();
            return output.lines()
                    .map(line -> (MeasureReport) parser.parseResource(line))
                    .toList();
        }

        /** The reports but for the time at which they were made. */
        String withoutDates() {
            return output.replaceAll("\"date\":\"[^\"]*\"", "");
        }
    }
}
