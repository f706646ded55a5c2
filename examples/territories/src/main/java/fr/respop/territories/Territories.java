package fr.respop.territories;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads the territories from the data files. */
final class Territories {

    private Territories() {}

    static List<Territory> read() {
        var published =
                Arrays.stream(Programme.values()).collect(Collectors.toMap(Function.identity(), PublishedCounts::of));
        return CsvTable.rows("territories.csv").stream()
                .map(row -> territory(row, published))
                .toList();
    }

    private static Territory territory(Map<String, String> row, Map<Programme, PublishedCounts> published) {
        var id = CsvTable.text(row, "territory");
        var residents = CsvTable.number(row, "residents");
        var pyramids = published.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, counts -> counts.getValue().pyramid(id, residents)));
        return new Territory(id, CsvTable.text(row, "name"), communes(id), pyramids);
    }

    private static List<Commune> communes(String territoryId) {
        return CsvTable.rows("communes/" + territoryId + ".csv").stream()
                .map(row -> new Commune(
                        CsvTable.text(row, "code"),
                        CsvTable.text(row, "name"),
                        List.of(CsvTable.text(row, "postal_codes").split(" ")),
                        CsvTable.number(row, "population")))
                .toList();
    }
}
