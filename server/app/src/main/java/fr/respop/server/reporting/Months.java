package fr.respop.server.reporting;

import fr.respop.server.fhir.Refusal;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;

/** Reads months in requests. */
final class Months {

    private Months() {}

    /** @throws Refusal 400 if it is no month */
    static YearMonth of(String parameter, String value) {
        try {
            return YearMonth.parse(value.strip());
        } catch (DateTimeParseException noMonth) {
            throw Refusal.badRequest(
                    IssueType.VALUE, parameter, "The " + parameter + " is a month: " + parameter + "=2026-10.");
        }
    }
}
