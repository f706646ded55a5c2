package fr.respop.server.fhir.programme;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Measure;

/**
 * A measure of one follow-up item, with the names of the CQL expressions that describe the resident's gap.
 *
 * @param measure the measure
 * @param library the canonical of the library that has the expressions
 * @param status the expression of the DEQM status (String)
 * @param lastDone the expression of the date of the last event that counts (Date)
 * @param due the expression of the date by which the next one is due (Date)
 * @param recommendedDue the expression of the date by which it is recommended (Date); empty if the measure names none
 * @param evidence the expression of references to the events of that last day (List&lt;Reference&gt;); empty if the
 *     measure names none
 */
public record GapMeasure(
        Measure measure,
        String library,
        String status,
        String lastDone,
        String due,
        Optional<String> recommendedDue,
        Optional<String> evidence) {

    private static final String EXTENSION = "https://respop.org/fhir/StructureDefinition/respop-care-gap";

    /** Reads a measure; empty if it does not say which expressions describe a gap. */
    public static Optional<GapMeasure> of(Measure measure) {
        return Optional.ofNullable(measure.getExtensionByUrl(EXTENSION))
                .filter(extension -> measure.hasLibrary())
                .map(extension -> new GapMeasure(
                        measure,
                        measure.getLibrary().get(0).getValue(),
                        expression(extension, "status"),
                        expression(extension, "lastDone"),
                        expression(extension, "due"),
                        Optional.ofNullable(expression(extension, "recommendedDue")),
                        Optional.ofNullable(expression(extension, "evidence"))));
    }

    /** The names of all these expressions. */
    public List<String> expressions() {
        return Stream.of(Stream.of(status, lastDone, due), recommendedDue.stream(), evidence.stream())
                .flatMap(Function.identity())
                .toList();
    }

    private static String expression(Extension extension, String name) {
        return extension.getExtensionString(name);
    }
}
