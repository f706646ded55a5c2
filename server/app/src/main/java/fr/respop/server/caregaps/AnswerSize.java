package fr.respop.server.caregaps;

import fr.respop.server.fhir.Refusal;
import java.util.concurrent.atomic.AtomicInteger;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;

/** Follows how large an answer about many residents becomes. Safe for any number of threads. */
final class AnswerSize {

    private final CareGapsProperties limits;
    private final AtomicInteger residents = new AtomicInteger();
    private final AtomicInteger gaps = new AtomicInteger();

    AnswerSize(CareGapsProperties limits) {
        this.limits = limits;
    }

    /**
     * Another resident's document is to be written.
     *
     * @throws Refusal 422 too-costly if the answer would be too large with it
     */
    void add(int gapsOfResident) {
        if (residents.incrementAndGet() > limits.residentLimit()) {
            throw tooCostly("is about more than " + limits.residentLimit() + " residents");
        }
        if (gaps.addAndGet(gapsOfResident) > limits.gapLimit()) {
            throw tooCostly("has more than " + limits.gapLimit() + " follow-up items");
        }
    }

    static Refusal tooCostly(String reason) {
        return Refusal.unprocessable(
                IssueType.TOOCOSTLY,
                "subject",
                "The answer " + reason
                        + ". Ask for a smaller Group, for one practitioner, for one measure or for open gaps only;"
                        + " Measure/$evaluate counts the gaps of a whole population.");
    }
}
