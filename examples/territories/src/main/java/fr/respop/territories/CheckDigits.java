package fr.respop.territories;

/** The check digits of French identifiers. */
final class CheckDigits {

    private CheckDigits() {}

    /** The two-digit key of the 13 characters of a NIR, where the departments of Corsica carry a letter. */
    static String nirKey(String nir) {
        var digits = nir.replace("2A", "19").replace("2B", "18");
        return "%02d".formatted(97 - Long.parseLong(digits) % 97);
    }

    /** The digit that makes a number valid by Luhn's rule when appended to it. */
    static int luhn(String digits) {
        var sum = 0;
        for (var i = 0; i < digits.length(); i++) {
            var digit = Character.digit(digits.charAt(digits.length() - 1 - i), 10);
            var weighted = i % 2 == 0 ? 2 * digit : digit;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return (10 - sum % 10) % 10;
    }
}
