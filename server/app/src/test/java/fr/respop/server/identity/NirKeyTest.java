package fr.respop.server.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NirKeyTest {

    @ParameterizedTest
    @CsvSource({
        "2690549588157, 80",
        "1234567890122, 12",
        "1850578006084, 91",
        "2550699999001, 62",
        "255082A004013, 82",
        "168062B033017, 71"
    })
    void knowsTheKeyOfANumber(String number, String key) {
        assertThat(NirKey.of(number)).isEqualTo(Integer.parseInt(key));
        assertThat(NirKey.isRight(number + key)).isTrue();
    }

    @Test
    void refusesTheExampleOfFrCoreWhoseKeyIsWrong() {
        assertThat(NirKey.isRight("123456789012244")).isFalse();
    }

    @Test
    void acceptsAMonthAboveTwelve() {
        assertThat(NirKey.isRight(withKey("1853578006084"))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2690549588157",
                "26905495881578",
                "2690549588157800",
                "2 69 05 49 588 157 80",
                "255082a00401382",
                "255082C00401382",
                "2A5082500401382",
                "269054958815780 "
            })
    void refusesWhatHasNotTheForm(String value) {
        assertThat(NirKey.isRight(value)).isFalse();
    }

    @Test
    void noticesEveryWrongDigit() {
        var random = new Random(1);
        for (int i = 0; i < 1_000; i++) {
            var nir = withKey(number(random));
            var position = random.nextInt(nir.length());
            var wrong = changed(nir, position, 1 + random.nextInt(9));

            assertThat(NirKey.isRight(nir)).as(nir).isTrue();
            assertThat(NirKey.isRight(wrong)).as("%s from %s", wrong, nir).isFalse();
        }
    }

    @Test
    void noticesEverySwapOfNeighbours() {
        var random = new Random(2);
        for (int i = 0; i < 1_000; i++) {
            var nir = withKey(number(random));
            var position = random.nextInt(12);
            var swapped = nir.substring(0, position)
                    + nir.charAt(position + 1)
                    + nir.charAt(position)
                    + nir.substring(position + 2);

            assertThat(NirKey.isRight(swapped)).as("%s from %s", swapped, nir).isEqualTo(swapped.equals(nir));
        }
    }

    @Test
    void isBetweenOneAndNinetySeven() {
        var random = new Random(3);
        for (int i = 0; i < 1_000; i++) {
            assertThat(NirKey.of(number(random))).isBetween(1, 97);
        }
    }

    private static String number(Random random) {
        return String.format("%013d", random.nextLong(10_000_000_000_000L));
    }

    private static String withKey(String number) {
        return number + String.format("%02d", NirKey.of(number));
    }

    private static String changed(String nir, int position, int by) {
        var digit = (Character.digit(nir.charAt(position), 10) + by) % 10;
        return nir.substring(0, position) + digit + nir.substring(position + 1);
    }
}
