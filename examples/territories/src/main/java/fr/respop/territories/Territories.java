package fr.respop.territories;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads the territories from the data files. */
final class Territories {

    private Territories() {}

    static List<Territory> read() {
        var rows = CsvTable.rows("published-pyramids.csv");
        var shares = rows.stream()
                .filter(Territories::printsStrata)
                .findFirst()
                .map(Territories::printedStrata)
                .orElseThrow(() -> new IllegalStateException("No territory with printed strata"));
        return rows.stream().map(row -> territory(row, shares)).toList();
    }

    private static Territory territory(Map<String, String> row, List<Integer> shares) {
        var id = text(row, "territory");
        return new Territory(id, text(row, "name"), communes(id), pyramid(row, shares));
    }

    /** Strata 1 to 4 are printed for one territory only: the others' diabetics are split by its shares. */
    private static Pyramid pyramid(Map<String, String> row, List<Integer> shares) {
        var strata = new ArrayList<Integer>();
        strata.add(number(row, "at_risk"));
        strata.addAll(printsStrata(row) ? printedStrata(row) : Pyramid.split(number(row, "diabetes"), shares));
        return new Pyramid(number(row, "residents"), strata);
    }

    private static boolean printsStrata(Map<String, String> row) {
        return !text(row, "stratum_1").isEmpty();
    }

    private static List<Integer> printedStrata(Map<String, String> row) {
        return List.of(
                number(row, "stratum_1"), number(row, "stratum_2"), number(row, "stratum_3"), number(row, "stratum_4"));
    }

    private static List<Commune> communes(String territoryId) {
        return CsvTable.rows("communes/" + territoryId + ".csv").stream()
                .map(row -> new Commune(
                        text(row, "code"),
                        text(row, "name"),
                        List.of(text(row, "postal_codes").split(" ")),
                        number(row, "population")))
                .toList();
    }

    private static int number(Map<String, String> row, String column) {
        return Integer.parseInt(text(row, column));
    }

    private static String text(Map<String, String> row, String column) {
        var text = row.get(column);
        if (text == null) {
            throw new IllegalArgumentException("No column " + column + " in " + row.keySet());
        }
        return text;
    }
}
