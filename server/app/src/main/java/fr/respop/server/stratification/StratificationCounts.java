package fr.respop.server.stratification;

import fr.respop.server.fhir.programme.StratumAssessment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;

/** How many residents came to each outcome, and who came to none. */
final class StratificationCounts {

    private record Cell(String outcome, String stratum) implements Comparable<Cell> {

        @Override
        public int compareTo(Cell other) {
            var byOutcome = outcome.compareTo(other.outcome);
            return byOutcome == 0 ? stratum.compareTo(other.stratum) : byOutcome;
        }
    }

    private record Failure(String resident, IssueType code, String reason) {}

    private final Map<Cell, Integer> counts = new TreeMap<>();
    private final List<Failure> failures = new ArrayList<>();

    void add(Stratification found) {
        var stratum = found.current().map(StratumAssessment::stratum).orElse("");
        counts.merge(new Cell(found.outcome().code(), stratum), 1, Integer::sum);
    }

    /**
     * Counts nobody, and names the one who failed.
     *
     * @param resident the reference of the resident
     * @param reason why, for people; it tells nothing else of the resident
     */
    void fail(String resident, IssueType code, String reason) {
        failures.add(new Failure(resident, code, reason));
    }

    Parameters toParameters() {
        var answer = new Parameters();
        counts.forEach((cell, residents) -> {
            var count = answer.addParameter().setName("count");
            count.addPart().setName("outcome").setValue(new CodeType(cell.outcome()));
            if (!cell.stratum().isEmpty()) {
                count.addPart().setName("stratum").setValue(new CodeType(cell.stratum()));
            }
            count.addPart().setName("residents").setValue(new IntegerType(residents));
        });
        failures.forEach(failure -> {
            var failed = answer.addParameter().setName("failed");
            failed.addPart().setName("resident").setValue(new Reference(failure.resident()));
            failed.addPart()
                    .setName("code")
                    .setValue(new CodeType(failure.code().toCode()));
            failed.addPart().setName("reason").setValue(new StringType(failure.reason()));
        });
        return answer;
    }
}
