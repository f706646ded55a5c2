package fr.respop.server.fhir.evaluation;

import fr.respop.engine.KnownSubjects;
import fr.respop.engine.report.Combination;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Adds up what residents of one page after another are known to come to. */
final class KnownCounts {

    private final int measures;
    private List<Map<Combination, Integer>> members;
    private long residents;

    KnownCounts(int measures) {
        this.measures = measures;
        this.members = none();
    }

    /**
     * Adds residents of a page.
     *
     * @param residentsAt how many of them have the result at each place of the page
     */
    void add(ResultPage.Results page, int[] residentsAt) {
        var added = Arrays.stream(residentsAt).sum();
        if (added == 0) {
            return;
        }
        residents += added;
        for (int measure = 0; measure < measures; measure++) {
            var sum = members.get(measure);
            page.members(measure, residentsAt)
                    .forEach((combination, count) -> sum.merge(combination, count, Integer::sum));
        }
    }

    long residents() {
        return residents;
    }

    /** What was added since the last call. */
    KnownSubjects take() {
        if (residents == 0) {
            return KnownSubjects.NONE;
        }
        var taken = new KnownSubjects(residents, members);
        members = none();
        residents = 0;
        return taken;
    }

    private List<Map<Combination, Integer>> none() {
        var none = new ArrayList<Map<Combination, Integer>>();
        for (int measure = 0; measure < measures; measure++) {
            none.add(new HashMap<>());
        }
        return none;
    }
}
