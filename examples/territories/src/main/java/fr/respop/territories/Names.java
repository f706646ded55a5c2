package fr.respop.territories;

import fr.respop.territories.clinical.Dice;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;

/** Common French names: family names, and the first names of a sex and a time of birth. */
final class Names {

    private static final List<String> FAMILY = CsvTable.rows("family-names.csv").stream()
            .map(row -> field(row, "name"))
            .toList();

    private static final List<FirstName> FIRST =
            CsvTable.rows("first-names.csv").stream().map(FirstName::of).toList();

    private Names() {}

    static String family(Dice dice) {
        return dice.pick(FAMILY);
    }

    /** The three first names of a birth certificate, the first of them the usual one. */
    static List<String> first(AdministrativeGender sex, int birthYear, Dice dice) {
        var candidates = FIRST.stream()
                .filter(name -> name.sex == sex && name.bornFrom <= birthYear && birthYear <= name.bornTo)
                .map(FirstName::name)
                .toList();
        var first = dice.between(0, candidates.size() - 1);
        var step = dice.between(1, candidates.size() / 3);
        return List.of(
                candidates.get(first),
                candidates.get((first + step) % candidates.size()),
                candidates.get((first + 2 * step) % candidates.size()));
    }

    /** Capitals without accents, which is how the national identity service writes names. */
    static String inIdentityForm(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toUpperCase(Locale.ROOT);
    }

    private static String field(Map<String, String> row, String column) {
        return row.getOrDefault(column, "");
    }

    private record FirstName(String name, AdministrativeGender sex, int bornFrom, int bornTo) {

        static FirstName of(Map<String, String> row) {
            return new FirstName(
                    field(row, "name"),
                    AdministrativeGender.fromCode(field(row, "sex")),
                    Integer.parseInt(field(row, "born_from")),
                    Integer.parseInt(field(row, "born_to")));
        }
    }
}
