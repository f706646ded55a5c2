package fr.respop.server.cql;

import fr.respop.engine.content.Content;
import fr.respop.engine.content.CqlLibrary;
import fr.respop.server.fhir.Refusal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;

/** Writes the lines that make a CQL library of an expression. */
final class ExpressionPreamble {

    /** The definition that the expression becomes; the guide calls the answer so. */
    static final String DEFINITION = "return";

    private static final String MEASUREMENT_PERIOD = "Measurement Period";

    private final StringBuilder lines = new StringBuilder("""
            library Asked
            using FHIR version '4.0.1'
            include FHIRHelpers version '4.0.1' called FHIRHelpers
            """);

    private ExpressionPreamble() {}

    /**
     * Includes the libraries and declares the parameters.
     *
     * @param content where the libraries are
     * @param hasPeriod whether there is a measurement period, which the expression may then speak of
     * @param parameters the values of other parameters, which have the types of these
     */
    static String of(
            List<IncludedLibrary> included, Content content, boolean hasPeriod, Map<String, Object> parameters) {
        var preamble = new ExpressionPreamble();
        var libraries = new TreeMap<String, CqlLibrary>();
        for (var library : included) {
            var found = content.library(library.canonical());
            var alias = library.alias().orElse(found.name());
            if (libraries.put(alias, found) != null || alias.equals("FHIRHelpers")) {
                throw Refusal.badRequest(
                        IssueType.DUPLICATE,
                        "library.name",
                        "Two libraries are called " + alias + ". Give each another name in its part name.");
            }
        }
        libraries.forEach(preamble::include);
        if (hasPeriod) {
            var takesDates = libraries.values().stream().anyMatch(library -> library.takesDates(MEASUREMENT_PERIOD));
            preamble.declare(MEASUREMENT_PERIOD, takesDates ? "Interval<Date>" : "Interval<DateTime>");
        }
        parameters.forEach((name, value) -> preamble.declare(name, ParameterType.of(name, value)));
        return preamble.lines
                .append("context Patient\ndefine \"" + DEFINITION + "\":\n")
                .toString();
    }

    private void include(String alias, CqlLibrary library) {
        lines.append("include ").append(quoted(library.name()));
        library.version()
                .ifPresent(version -> lines.append(" version '").append(version).append('\''));
        lines.append(" called ").append(quoted(alias)).append('\n');
    }

    private void declare(String name, String type) {
        lines.append("parameter ").append(quoted(name)).append(' ').append(type).append('\n');
    }

    private static String quoted(String name) {
        return '"' + name + '"';
    }
}
