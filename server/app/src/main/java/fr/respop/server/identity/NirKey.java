package fr.respop.server.identity;

import java.util.regex.Pattern;

/**
 * The key of the French national identification number [NIR]: 97 less the rest of its 13 characters divided by 97.
 *
 * <p>Nothing else is asked of the number: months above 12 are legal for incomplete civil records.
 */
final class NirKey {

    private static final int MODULUS = 97;
    private static final int NUMBER_LENGTH = 13;

    /** The sixth and seventh characters are the department, which is 2A or 2B in Corsica. */
    private static final Pattern FORM = Pattern.compile("[0-9]{5}([0-9]{2}|2A|2B)[0-9]{8}");

    private NirKey() {}

    /** Whether a value is a NIR of 15 characters that ends in its key. */
    static boolean isRight(String nir) {
        return FORM.matcher(nir).matches()
                && of(nir.substring(0, NUMBER_LENGTH)) == Integer.parseInt(nir.substring(NUMBER_LENGTH));
    }

    /** The key, 1 to 97, of the first 13 characters. */
    static int of(String number) {
        var digits = number.replace("2A", "19").replace("2B", "18");
        return MODULUS - (int) (Long.parseLong(digits) % MODULUS);
    }
}
