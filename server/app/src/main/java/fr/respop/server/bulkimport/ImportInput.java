package fr.respop.server.bulkimport;

import fr.respop.server.fhir.Refusal;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;

/**
 * A file to import.
 *
 * @param type the resource type of all its lines
 * @param url where it lies
 */
record ImportInput(String type, String url) {

    private static final String BETWEEN = " ";

    /** As {@link #toString} writes it. */
    static ImportInput parse(String text) {
        var parts = text.split(BETWEEN, 2);
        if (parts.length < 2) {
            throw Refusal.unprocessable(
                    IssueType.VALUE, "Task.input", "An input file is a resource type, a blank and an address.");
        }
        return new ImportInput(parts[0], parts[1]);
    }

    @Override
    public String toString() {
        return type + BETWEEN + url;
    }
}
