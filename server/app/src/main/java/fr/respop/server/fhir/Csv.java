package fr.respop.server.fhir;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.hl7.fhir.r4.model.Binary;
import org.springframework.http.HttpHeaders;

/** Answers a table as comma-separated values, for a table program. */
public final class Csv {

    private static final String TYPE = "text/csv";

    private Csv() {}

    /** Whether the client asks for a table instead of FHIR. */
    public static boolean isAskedFor(HttpServletRequest request) {
        var accept = request.getHeader(HttpHeaders.ACCEPT);
        return accept != null && accept.strip().startsWith(TYPE);
    }

    /**
     * A table.
     *
     * @param columns the names of the columns
     * @param rows as many values each; null for none
     */
    public static Binary of(List<String> columns, List<? extends List<?>> rows) {
        var format = CSVFormat.RFC4180
                .builder()
                .setHeader(columns.toArray(String[]::new))
                .get();
        var text = new StringBuilder();
        try (var csv = new CSVPrinter(text, format)) {
            csv.printRecords(rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Binary()
                .setContentType(TYPE + ";charset=utf-8")
                .setData(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** A text that people wrote: it must not be taken for a formula when a table program opens the file. */
    public static String plain(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
