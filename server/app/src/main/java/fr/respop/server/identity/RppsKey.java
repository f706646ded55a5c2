package fr.respop.server.identity;

import java.util.regex.Pattern;

/** The key of the number of a health professional [RPPS]: 11 digits, of which the last makes Luhn's sum a multiple of 10. */
final class RppsKey {

    private static final Pattern FORM = Pattern.compile("[0-9]{11}");

    private RppsKey() {}

    static boolean isRight(String rpps) {
        return FORM.matcher(rpps).matches() && luhnSum(rpps) % 10 == 0;
    }

    /** Every second digit from the right counts double, and 9 less if that makes it more than 9. */
    private static int luhnSum(String digits) {
        var sum = 0;
        for (int position = 0; position < digits.length(); position++) {
            var digit = Character.digit(digits.charAt(digits.length() - 1 - position), 10);
            var counted = position % 2 == 0 ? digit : 2 * digit;
            sum += counted > 9 ? counted - 9 : counted;
        }
        return sum;
    }
}
