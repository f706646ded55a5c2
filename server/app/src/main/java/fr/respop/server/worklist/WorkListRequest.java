package fr.respop.server.worklist;

import fr.respop.server.fhir.Refusal;
import fr.respop.server.fhir.programme.GapStatus;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.jspecify.annotations.Nullable;

/**
 * Which work is listed.
 *
 * @param programmes the codes of programmes; all installed ones when empty
 * @param statuses the states of items
 * @param count how many items a page holds
 * @param offset how many items come before the page
 */
record WorkListRequest(List<String> programmes, Set<GapStatus> statuses, int count, int offset) {

    private static final int USUAL_COUNT = 100;
    private static final int MOST = 1000;

    /** The states in which there is something to do. */
    private static final Set<GapStatus> WORK = EnumSet.of(GapStatus.OPEN, GapStatus.PROSPECTIVE);

    static WorkListRequest of(
            @Nullable List<String> programmes,
            @Nullable List<String> statuses,
            @Nullable IntegerType count,
            @Nullable IntegerType offset) {
        return new WorkListRequest(
                List.copyOf(Objects.requireNonNullElse(programmes, List.of())),
                statuses(Objects.requireNonNullElse(statuses, List.of())),
                number(count, "count", USUAL_COUNT, 1, MOST),
                number(offset, "offset", 0, 0, Integer.MAX_VALUE - MOST));
    }

    private static Set<GapStatus> statuses(List<String> codes) {
        if (codes.isEmpty()) {
            return EnumSet.of(GapStatus.OPEN);
        }
        var statuses = EnumSet.noneOf(GapStatus.class);
        for (var code : codes) {
            statuses.add(GapStatus.of(code)
                    .filter(WORK::contains)
                    .orElseThrow(() -> Refusal.badRequest(
                            IssueType.CODEINVALID,
                            "status",
                            "A work list holds what is overdue (open-gap) or due soon (prospective-gap); for the others"
                                    + " ask Measure/$care-gaps.")));
        }
        return statuses;
    }

    private static int number(@Nullable IntegerType value, String name, int usual, int least, int most) {
        if (value == null || !value.hasValue()) {
            return usual;
        }
        if (value.getValue() < least || value.getValue() > most) {
            throw Refusal.badRequest(
                    IssueType.VALUE, name, "The " + name + " is a number from " + least + " to " + most + ".");
        }
        return value.getValue();
    }
}
