package fr.respop.territories;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The published counts of one programme. Strata are printed for one place only; the people of the others are split by
 * its shares.
 */
final class PublishedCounts {

    private final List<Map<String, String>> rows;
    private final List<Integer> shares;

    private PublishedCounts(List<Map<String, String>> rows) {
        this.rows = rows;
        shares = rows.stream()
                .filter(PublishedCounts::printsStrata)
                .findFirst()
                .map(PublishedCounts::printedStrata)
                .orElseThrow(() -> new IllegalStateException("Nowhere are strata printed"));
    }

    static PublishedCounts of(Programme programme) {
        return new PublishedCounts(CsvTable.rows("published-" + programme.code() + ".csv"));
    }

    Pyramid pyramid(String territory, int residents) {
        var row = rows.stream()
                .filter(candidate -> CsvTable.text(candidate, "territory").equals(territory))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No published counts of " + territory));
        var strata = new ArrayList<Integer>();
        strata.add(CsvTable.number(row, "at_risk"));
        strata.addAll(printsStrata(row) ? printedStrata(row) : Pyramid.split(CsvTable.number(row, "known"), shares));
        return new Pyramid(residents, strata);
    }

    private static boolean printsStrata(Map<String, String> row) {
        return !CsvTable.text(row, "stratum_1").isEmpty();
    }

    private static List<Integer> printedStrata(Map<String, String> row) {
        var strata = new ArrayList<Integer>();
        for (var stratum = 1; row.containsKey("stratum_" + stratum); stratum++) {
            strata.add(CsvTable.number(row, "stratum_" + stratum));
        }
        return strata;
    }
}
