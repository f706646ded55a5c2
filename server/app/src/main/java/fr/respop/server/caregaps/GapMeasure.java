package fr.respop.server.caregaps;

import java.util.List;
import java.util.Optional;
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
 */
record GapMeasure(Measure measure, String library, String status, String lastDone, String due) {

    private static final String EXTENSION = "https://respop.org/fhir/StructureDefinition/respop-care-gap";

    /** Reads a measure; empty if it does not say which expressions describe a gap. */
    static Optional<GapMeasure> of(Measure measure) {
        return Optional.ofNullable(measure.getExtensionByUrl(EXTENSION))
                .filter(extension -> measure.hasLibrary())
                .map(extension -> new GapMeasure(
                        measure,
                        measure.getLibrary().get(0).getValue(),
                        expression(extension, "status"),
                        expression(extension, "lastDone"),
                        expression(extension, "due")));
    }

    List<String> expressions() {
        return List.of(status, lastDone, due);
    }

    private static String expression(Extension extension, String name) {
        return extension.getExtensionString(name);
    }
}
