package fr.respop.server.worklist;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.hl7.fhir.r4.model.Binary;
import org.springframework.http.HttpHeaders;

/** Writes a page of work as comma-separated values, for a table program. */
final class WorkListCsv {

    private static final String TYPE = "text/csv";
    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader(
                    "resident",
                    "name",
                    "programme",
                    "stratum",
                    "confirmed",
                    "item",
                    "status",
                    "due",
                    "lastDone",
                    "lastContact")
            .get();

    private WorkListCsv() {}

    static boolean isAskedFor(HttpServletRequest request) {
        var accept = request.getHeader(HttpHeaders.ACCEPT);
        return accept != null && accept.strip().startsWith(TYPE);
    }

    static Binary of(WorkPage page) {
        var text = new StringBuilder();
        try (var csv = new CSVPrinter(text, FORMAT)) {
            for (var item : page.items()) {
                csv.printRecord(
                        "Patient/" + item.patientId(),
                        plain(item.name()),
                        item.programme().code(),
                        item.stratum().coding().getCode(),
                        item.stratum().isConfirmed(),
                        item.item().getCode(),
                        item.gap().status().code(),
                        item.due(),
                        item.lastDone(),
                        item.lastContact().orElse(""));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Binary()
                .setContentType(TYPE + ";charset=utf-8")
                .setData(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** A name must not be taken for a formula when a table program opens the file. */
    private static String plain(String name) {
        return !name.isEmpty() && "=+-@\t\r".indexOf(name.charAt(0)) >= 0 ? "'" + name : name;
    }
}
