package fr.respop.server.reporting;

import fr.respop.server.fhir.Refusal;
import java.time.YearMonth;
import java.util.Optional;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.jspecify.annotations.Nullable;

/**
 * Which months a client wants to see.
 *
 * @param from the first of them
 * @param to the last of them
 * @param residents how many people live in the territory, if the client says so
 */
record DeploymentRequest(Optional<YearMonth> from, Optional<YearMonth> to, Optional<Integer> residents) {

    static DeploymentRequest of(@Nullable String from, @Nullable String to, @Nullable IntegerType residents) {
        var first = Optional.ofNullable(from).map(month -> Months.of("from", month));
        var last = Optional.ofNullable(to).map(month -> Months.of("to", month));
        if (first.isPresent() && last.isPresent() && last.get().isBefore(first.get())) {
            throw Refusal.badRequest(IssueType.VALUE, "to", "The last month is not before the first: to >= from.");
        }
        if (residents != null && (!residents.hasValue() || residents.getValue() < 1)) {
            throw Refusal.badRequest(
                    IssueType.VALUE,
                    "residents",
                    "Say how many people live in the territory, at least one: residents=315903.");
        }
        return new DeploymentRequest(first, last, Optional.ofNullable(residents).map(IntegerType::getValue));
    }

    boolean includes(YearMonth month) {
        return from.filter(month::isBefore).isEmpty()
                && to.filter(month::isAfter).isEmpty();
    }
}
