package fr.respop.server.commandline;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.MeasureReport;

/** Where reports go, as JSON, one a line. */
interface ReportOutput {

    void write(List<MeasureReport> reports, FhirContext context);

    static ReportOutput to(PrintWriter writer) {
        return (reports, context) -> {
            writer.print(lines(reports, context));
            writer.flush();
        };
    }

    /**
     * A file, which is written whole once there are reports.
     *
     * @throws UnusableInput at once if its folder cannot be written to; when it is written, if it cannot be
     */
    static ReportOutput to(Path file) {
        var folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isWritable(folder) || Files.isDirectory(file)) {
            throw notWritable(file);
        }
        return (reports, context) -> {
            try {
                Files.writeString(file, lines(reports, context));
            } catch (IOException full) {
                throw notWritable(file);
            }
        };
    }

    private static String lines(List<MeasureReport> reports, FhirContext context) {
        var parser = context.newJsonParser();
        return reports.stream()
                .map(report -> parser.encodeResourceToString(report) + "\n")
                .collect(Collectors.joining());
    }

    private static UnusableInput notWritable(Path file) {
        return new UnusableInput("The reports cannot be written to " + file
                + ": name a file in a folder that is there and" + " that you may write to.");
    }
}
